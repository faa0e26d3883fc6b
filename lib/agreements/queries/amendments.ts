import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { listAmendments } from "@/lib/contracts/queries";
import { db } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";
import { type AmendmentParts, amendText } from "../rules/amended-text";
import { compareTexts, type Difference } from "../rules/compare-texts";
import { type ContractText, readContractText } from "../rules/contract-text";
import { assembleText } from "./assemble-text";
import { readNames } from "./texts";

type Amendment = Awaited<ReturnType<typeof listAmendments>>[number];

/** What it stands on: the text before it, stored or, for a draft, as it holds now. */
async function findBase(organizationId: OrganizationId, contractId: string, before: number | null) {
  const stored = await db.contractText.findFirst({
    where: {
      contractId,
      ...(before === null ? {} : { number: { lt: before } }),
      OR: [{ amendmentId: null }, { amendment: { state: "inForce" } }],
    },
    orderBy: { number: "desc" },
    select: { content: true },
  });
  return stored ? readContractText(stored.content) : assembleText(db, organizationId, contractId);
}

function amend(base: ContractText, amendment: Amendment): ContractText {
  const { number, effectiveFrom, changes, parts } = amendment;
  return amendText(base, { number, effectiveFrom, changes, parts: parts as unknown as AmendmentParts });
}

/** An amendment with its text, the vendor's assent, and old beside new. */
async function present(organizationId: OrganizationId, contractId: string, amendment: Amendment) {
  const row = await db.contractText.findFirst({
    where: { amendmentId: amendment.id },
    select: {
      id: true,
      number: true,
      sha256: true,
      content: true,
      contractSignatures: {
        where: { voidedAt: null },
        select: { signedName: true, signedAt: true, paperOn: true, contact: { select: { name: true } } },
      },
    },
  });
  const base = await findBase(organizationId, contractId, row?.number ?? null);
  const after = row
    ? readContractText(row.content)
    : base && amendment.state === "draft"
      ? amend(base, amendment)
      : null;
  const differences: Difference[] =
    base && after ? compareTexts(base, after, await readNames(organizationId, contractId)) : [];
  const [assent] = row?.contractSignatures ?? [];
  return {
    ...amendment,
    contractId,
    text: row && { id: row.id, number: row.number, sha256: row.sha256, text: readContractText(row.content) },
    /** As the contract stands with it; null where that is not known any more. */
    after,
    assent: assent ? { ...assent, signedAt: instantOf(assent.signedAt) } : null,
    differences,
  };
}
export type AmendmentWithText = Awaited<ReturnType<typeof present>>;

export async function findAmendment(organizationId: OrganizationId, contractId: string, id: string) {
  const amendment = (await listAmendments(organizationId, contractId)).find((each) => each.id === id);
  return amendment ? present(organizationId, contractId, amendment) : null;
}

/** Documents that the vendor may read because an amendment proposes them. */
export async function findProposedDocuments(organizationId: OrganizationId, contractId: string): Promise<string[]> {
  const proposed = (await listAmendmentsFor(organizationId, contractId, true)).filter(
    ({ state }) => state === "proposed",
  );
  return proposed.flatMap(({ parts }) => (parts as unknown as AmendmentParts).documents.map(({ id }) => id));
}

export async function listAmendmentsFor(organizationId: OrganizationId, contractId: string, isForVendor: boolean) {
  const amendments = await listAmendments(organizationId, contractId);
  return isForVendor ? amendments.filter(({ state, needsAssent }) => state !== "draft" && needsAssent) : amendments;
}
