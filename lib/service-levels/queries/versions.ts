import "server-only";
import { db } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import type { ChangedMonth } from "../rules/period-content";

type Reader = { organizationId: string; kind?: string; vendorId?: string };

const ofReader = (reader: Reader) => ({
  organizationId: reader.organizationId,
  ...(reader.kind === "vendor" ? { contract: { vendorId: reader.vendorId ?? "" } } : {}),
});

const signature = {
  side: true,
  signedName: true,
  signedAt: true,
  ipAddress: true,
  contentHash: true,
  member: { select: { person: { select: { name: true } } } },
  contact: { select: { name: true } },
} as const;

/** Every version of a month, the newest first, with the names under it. */
export async function findVersions(reader: Reader, periodId: string) {
  const rows = await db.periodVersion.findMany({
    where: { periodId, ...ofReader(reader) },
    orderBy: [{ number: "desc" }, { kind: "desc" }],
    select: {
      id: true,
      number: true,
      kind: true,
      contentHash: true,
      creditTotal: true,
      restatementId: true,
      createdAt: true,
      signatures: { orderBy: { signedAt: "asc" }, select: signature },
      restatement: {
        select: {
          proposedSide: true,
          decidedAt: true,
          decidedBy: { select: { person: { select: { name: true } } } },
          decidedByContact: { select: { name: true } },
        },
      },
    },
  });
  return rows.map(({ signatures, restatement, ...row }) => ({
    ...row,
    creditTotal: decimalOf(row.creditTotal),
    createdAt: instantOf(row.createdAt),
    acceptedBy: restatement?.decidedBy?.person.name ?? restatement?.decidedByContact?.name ?? null,
    signatures: signatures.map(({ member, contact, ...each }) => ({
      ...each,
      signedAt: instantOf(each.signedAt),
      by: member?.person.name ?? contact?.name ?? "",
    })),
  }));
}
export type VersionRecord = Awaited<ReturnType<typeof findVersions>>[number];

/** The text of a version, byte for byte. */
export async function findVersionContent(reader: Reader, periodId: string, number: number): Promise<string | null> {
  const row = await db.periodVersion.findFirst({
    where: { periodId, number, ...ofReader(reader) },
    orderBy: { kind: "desc" },
    select: { content: true },
  });
  return row?.content ?? null;
}

const restatementFields = {
  id: true,
  contractId: true,
  fromMonth: true,
  state: true,
  content: true,
  contentHash: true,
  difference: true,
  currency: true,
  reason: true,
  proposedSide: true,
  decisionReason: true,
  decidedAt: true,
  createdAt: true,
  version: true,
  proposedBy: { select: { person: { select: { name: true } } } },
  proposedByContact: { select: { name: true } },
  decidedBy: { select: { person: { select: { name: true } } } },
  decidedByContact: { select: { name: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(reader: Reader, id: string) {
  return db.restatement.findFirst({ where: { id, ...ofReader(reader) }, select: restatementFields });
}

function present({ proposedBy, proposedByContact, decidedBy, decidedByContact, content, ...row }: Row) {
  return {
    ...row,
    changes: content as unknown as ChangedMonth[],
    difference: decimalOf(row.difference),
    decidedAt: instantOf(row.decidedAt),
    createdAt: instantOf(row.createdAt),
    proposedBy: proposedBy?.person.name ?? proposedByContact?.name ?? null,
    decidedBy: decidedBy?.person.name ?? decidedByContact?.name ?? null,
  };
}
export type RestatementRecord = ReturnType<typeof present>;

export async function findRestatement(reader: Reader, id: string): Promise<RestatementRecord | null> {
  const row = await findRow(reader, id);
  return row && present(row);
}

/** Of a contract, what waits first, then the newest. */
export async function findRestatements(reader: Reader, contractId: string): Promise<RestatementRecord[]> {
  const rows = await db.restatement.findMany({
    where: { contractId, ...ofReader(reader) },
    orderBy: [{ state: "asc" }, { createdAt: "desc" }],
    take: 100,
    select: restatementFields,
  });
  return rows.map(present);
}

/** Names of the service levels that a restatement speaks of. */
export async function findLevelNames(contractId: string): Promise<Map<string, { name: string; unit: string }>> {
  const rows = await db.serviceLevel.findMany({
    where: { contractId },
    select: { id: true, kpi: { select: { name: true, unit: true } } },
  });
  return new Map(rows.map(({ id, kpi }) => [id, kpi] as const));
}
