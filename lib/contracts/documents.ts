import "server-only";
import type { MemberActor, OrganizationId } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { db, type Transaction } from "@/lib/server/database";
import { dropFile, putFile } from "@/lib/server/storage";
import { instantOf } from "@/lib/server/values";
import { detectFileType, safeFileName } from "@/lib/shared/file-type";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { contractEvents } from "./events";
import { contractSubject, lockContract } from "./mutations/lock";
import { refuseUnlessEditable } from "./mutations/terms";

export const LONGEST_DOCUMENT = 10 * 1024 * 1024;

type Upload = { name: string; content: Uint8Array; isForVendor: boolean };

async function* once(content: Uint8Array) {
  yield content;
}

/** Puts a file on a contract; one of the same name is its next revision. */
export async function addDocument(
  actor: MemberActor,
  contractId: string,
  upload: Upload,
): Promise<Outcome<{ id: string; name: string; revision: number }>> {
  const { content } = upload;
  if (content.length === 0) return refuse("Choose a file. This one is empty.");
  if (content.length > LONGEST_DOCUMENT) return refuse("The file is too large: at most 10 MB.");
  const name = safeFileName(upload.name);
  const type = detectFileType(content, name);
  if (!type)
    return refuse(
      "This file is not taken. PDF, PNG, JPEG, Office files and plain text are, when the name ends as the content is.",
    );
  const file = await putFile(once(content));
  const stored = await change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, contractId);
    if (!locked.ok) return locked;
    // What the vendor sees of a contract is part of what both sides sign.
    const refused = upload.isForVendor ? refuseUnlessEditable(locked.value) : null;
    if (refused) return refused;
    const where = { organizationId: actor.organizationId, subjectType: "contract", subjectId: contractId, name };
    const last = await tx.document.aggregate({ where, _max: { revision: true } });
    const revision = (last._max.revision ?? 0) + 1;
    await tx.document.create({
      data: {
        ...where,
        id: file.id,
        mediaType: type.mediaType,
        size: file.size,
        sha256: file.sha256,
        revision,
        visibility: upload.isForVendor ? "vendor" : "organization",
        uploadedById: actor.memberId,
      },
    });
    audit({
      action: "contract.addDocument",
      subject: contractSubject(locked.value),
      after: { name, revision, size: file.size, sha256: file.sha256, isForVendor: upload.isForVendor },
    });
    if (upload.isForVendor) tell(contractEvents.changed({ contractId }));
    return done({ id: file.id, name, revision });
  });
  if (!stored.ok) await dropFile(file.id);
  return stored;
}

/** Of these documents those of the contract that only we have seen. */
export async function findUnseenDocuments(
  tx: Transaction,
  { organizationId, contractId }: { organizationId: string; contractId: string },
  ids: readonly string[],
) {
  const documents = await tx.document.findMany({
    where: {
      id: { in: [...ids] },
      organizationId,
      subjectType: "contract",
      subjectId: contractId,
      visibility: "organization",
    },
    select: { id: true, name: true, revision: true, sha256: true, size: true },
  });
  return documents.map((document) => ({ ...document, size: Number(document.size) }));
}

/** Lets the vendor see documents that an amendment makes part of the contract. */
export async function shareDocuments(tx: Transaction, contractId: string, ids: readonly string[]): Promise<void> {
  await tx.document.updateMany({
    where: { id: { in: [...ids] }, subjectType: "contract", subjectId: contractId },
    data: { visibility: "vendor" },
  });
}

export async function listDocuments(organizationId: OrganizationId, contractId: string, isForVendor = false) {
  const rows = await db.document.findMany({
    where: {
      organizationId,
      subjectType: "contract",
      subjectId: contractId,
      ...(isForVendor ? { visibility: "vendor" as const } : {}),
    },
    select: {
      id: true,
      name: true,
      mediaType: true,
      size: true,
      sha256: true,
      revision: true,
      visibility: true,
      createdAt: true,
      uploadedBy: { select: { person: { select: { name: true } } } },
    },
    orderBy: [{ name: "asc" }, { revision: "desc" }],
    take: 500,
  });
  return rows.map(({ size, createdAt, uploadedBy, ...row }) => ({
    ...row,
    size: Number(size),
    createdAt: instantOf(createdAt),
    uploadedByName: uploadedBy?.person.name ?? null,
  }));
}
export type ContractDocument = Awaited<ReturnType<typeof listDocuments>>[number];

export async function findDocument(
  organizationId: OrganizationId,
  contractId: string,
  id: string,
): Promise<ContractDocument | null> {
  return (await listDocuments(organizationId, contractId)).find((document) => document.id === id) ?? null;
}
