import "server-only";
import type { OrganizationId, VendorActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { dayOf, instantOf } from "@/lib/server/values";
import { findCaseLogs } from "@/lib/service-levels/queries/records";
import { readContractText } from "../rules/contract-text";
import type { Names } from "../rules/describe-text";
import { assembleText, sealContractText } from "./assemble-text";

const signature = {
  id: true,
  side: true,
  signedName: true,
  signedAt: true,
  paperOn: true,
  ipAddress: true,
  voidedAt: true,
  voidReason: true,
  member: { select: { person: { select: { name: true } } } },
  contact: { select: { name: true } },
  text: { select: { number: true, sha256: true, amendment: { select: { number: true } } } },
} as const;

/** Every name that was put under a text of the contract, the newest first. */
export async function listSignatures(organizationId: OrganizationId, contractId: string) {
  const rows = await db.contractSignature.findMany({
    where: { organizationId, contractId },
    orderBy: [{ signedAt: "desc" }, { id: "desc" }],
    take: 200,
    select: signature,
  });
  return rows.map(({ member, contact, signedAt, paperOn, voidedAt, text, ...row }) => ({
    ...row,
    signedAt: instantOf(signedAt),
    paperOn: dayOf(paperOn),
    voidedAt: instantOf(voidedAt),
    account: contact?.name ?? member?.person.name ?? null,
    text: text?.number ?? null,
    sha256: text?.sha256 ?? null,
    amendment: text?.amendment?.number ?? null,
  }));
}
export type SignatureRecord = Awaited<ReturnType<typeof listSignatures>>[number];

const head = {
  id: true,
  number: true,
  sha256: true,
  createdAt: true,
  amendment: { select: { id: true, number: true, state: true } },
} as const;

/** All texts of a contract, the newest first; which of them holds. */
export async function listTexts(organizationId: OrganizationId, contractId: string) {
  const rows = await db.contractText.findMany({
    where: { organizationId, contractId },
    orderBy: { number: "desc" },
    take: 200,
    select: head,
  });
  const current = rows.find(({ amendment }) => amendment === null || amendment.state === "inForce");
  return rows.map(({ createdAt, ...row }) => ({
    ...row,
    createdAt: instantOf(createdAt),
    isCurrent: row.id === current?.id,
  }));
}
export type TextHead = Awaited<ReturnType<typeof listTexts>>[number];

/** One text as it was stored, with its content. */
export async function findText(organizationId: OrganizationId, contractId: string, number: number) {
  const row = await db.contractText.findFirst({
    where: { organizationId, contractId, number },
    select: { ...head, content: true },
  });
  return row && { ...row, createdAt: instantOf(row.createdAt), text: readContractText(row.content) };
}

/** Names of the case logs that a text refers to by id. */
export async function readNames(organizationId: OrganizationId, contractId: string): Promise<Names> {
  const logs = await findCaseLogs(organizationId, contractId);
  return Object.fromEntries(logs.map(({ id, name }) => [id, name]));
}

/** The text of a contract that nobody but its authors has read yet. */
export async function previewText(organizationId: OrganizationId, contractId: string) {
  const text = await assembleText(db, organizationId, contractId);
  return text && { text, sha256: sealContractText(text).sha256 };
}

/** The last text before this one that a contact of the vendor was shown. */
export async function findShownBefore(contact: VendorActor, contractId: string, number: number) {
  const row = await db.contractTextShown.findFirst({
    where: { contactId: contact.contactId, text: { contractId, number: { lt: number } } },
    orderBy: { text: { number: "desc" } },
    select: { shownAt: true, text: { select: { number: true, content: true } } },
  });
  return row && { number: row.text.number, shownAt: instantOf(row.shownAt), text: readContractText(row.text.content) };
}

/** Of these contracts those that wait for the vendor's name under their text. */
export async function findUnsigned(
  organizationId: OrganizationId,
  contractIds: readonly string[],
): Promise<Set<string>> {
  const signed = await db.contractSignature.findMany({
    where: { organizationId, contractId: { in: [...contractIds] }, side: "vendor", voidedAt: null },
    select: { contractId: true },
  });
  const done = new Set(signed.map(({ contractId }) => contractId));
  return new Set(contractIds.filter((id) => !done.has(id)));
}
