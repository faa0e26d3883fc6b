import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Prisma, sql } from "@/lib/server/database";
import { dayOf, decimalOf, instantOf } from "@/lib/server/values";
import { CONTRACT_STAGES } from "./mutations/create";
import type { ContractState } from "./rules/states";

export type ContractCalendar = {
  today: string;
  endOn: string | null;
  noticeBy: string | null;
  decideBy: string | null;
  yearlyValue: string | null;
  state: ContractState;
};

const personName = { select: { person: { select: { name: true } } } } as const;

const recordFields = {
  id: true,
  code: true,
  title: true,
  type: true,
  currency: true,
  timeZone: true,
  startDate: true,
  endDate: true,
  renewal: true,
  renewalMonths: true,
  clientNoticeMonths: true,
  vendorNoticeMonths: true,
  internalLeadDays: true,
  switchingLeadDays: true,
  governingLaw: true,
  staffingTerms: true,
  coverageHours: true,
  deliveryLocations: true,
  dataProtectionTerms: true,
  insurance: true,
  liabilityCap: true,
  terminationRights: true,
  exitPlan: true,
  atRiskPercent: true,
  yearlyCapBasis: true,
  yearlyCapPercent: true,
  yearlyCapAmount: true,
  yearlyValue: true,
  approvedAt: true,
  signedAt: true,
  activatedAt: true,
  noticeGivenOn: true,
  noticeGivenBy: true,
  terminatedAt: true,
  terminationReason: true,
  awardId: true,
  version: true,
  engagement: { select: { id: true, code: true, name: true } },
  vendor: { select: { id: true, legalName: true } },
  award: { select: { rfp: { select: { id: true, code: true } } } },
  owner: personName,
  approvedBy: personName,
  _count: { select: { chargeLines: true, serviceLevels: true, contractAmendments: true } },
} satisfies Prisma.ContractSelect;

type Row = Prisma.ContractGetPayload<{ select: typeof recordFields }>;

function present(row: Row, calendar: ContractCalendar) {
  const { owner, approvedBy, _count, ...rest } = row;
  return {
    ...rest,
    ...calendar,
    storedYearlyValue: decimalOf(row.yearlyValue),
    startDate: dayOf(row.startDate),
    endDate: dayOf(row.endDate),
    liabilityCap: decimalOf(row.liabilityCap),
    atRiskPercent: decimalOf(row.atRiskPercent),
    yearlyCapPercent: decimalOf(row.yearlyCapPercent),
    yearlyCapAmount: decimalOf(row.yearlyCapAmount),
    approvedAt: instantOf(row.approvedAt),
    signedAt: instantOf(row.signedAt),
    activatedAt: instantOf(row.activatedAt),
    terminatedAt: instantOf(row.terminatedAt),
    noticeGivenOn: dayOf(row.noticeGivenOn),
    dataProtectionTerms: Array.isArray(row.dataProtectionTerms) ? row.dataProtectionTerms.map(String) : [],
    ownerName: owner.person.name,
    approverName: approvedBy?.person.name ?? null,
    counts: _count,
  };
}
export type ContractRecord = ReturnType<typeof present>;

async function readCalendar(contractId: string): Promise<ContractCalendar | null> {
  const rows = await sql.rows<ContractCalendar>(
    `SELECT today, end_on AS "endOn", notice_by AS "noticeBy", decide_by AS "decideBy",
       trim_scale(yearly_value)::text AS "yearlyValue", state::text AS state
     FROM contract_calendar WHERE contract_id = $1::uuid`,
    [contractId],
  );
  return rows[0] ?? null;
}

async function find(where: Prisma.ContractWhereInput & { id: string }): Promise<ContractRecord | null> {
  const row = await db.contract.findFirst({ where, select: recordFields });
  const calendar = row && (await readCalendar(row.id));
  return row && calendar ? present(row, calendar) : null;
}

/** The record with its dates and state of today. */
export function findContract(organizationId: OrganizationId, id: string): Promise<ContractRecord | null> {
  return find({ id, organizationId });
}

/** What a vendor's contact sees: the own ones, once they have left the drawer. */
export function findVendorContract(vendor: { organizationId: OrganizationId; vendorId: string }, id: string) {
  return find({ id, organizationId: vendor.organizationId, vendorId: vendor.vendorId, state: { not: "draft" } });
}

export async function listVendorContracts(vendor: { organizationId: OrganizationId; vendorId: string }) {
  return sql.rows<{
    id: string;
    code: string;
    title: string;
    state: ContractState;
    startDate: string | null;
    endOn: string | null;
  }>(
    `SELECT c.id, c.code, c.title, k.state::text AS state, c.start_date AS "startDate", k.end_on AS "endOn"
     FROM contract c JOIN contract_calendar k ON k.contract_id = c.id
     WHERE c.organization_id = $1::uuid AND c.vendor_id = $2::uuid AND c.state <> 'draft'
     ORDER BY c.created_at DESC LIMIT 200`,
    [vendor.organizationId, vendor.vendorId],
  );
}

export async function listAmendments(organizationId: OrganizationId, contractId: string) {
  const rows = await db.contractAmendment.findMany({
    where: { organizationId, contractId },
    select: {
      id: true,
      number: true,
      effectiveFrom: true,
      summary: true,
      changes: true,
      parts: true,
      state: true,
      version: true,
      needsApproval: true,
      needsAssent: true,
      proposedAt: true,
      inForceAt: true,
      endedReason: true,
      approvedAt: true,
      createdAt: true,
      createdById: true,
      createdBy: personName,
      approvedBy: personName,
    },
    orderBy: { number: "desc" },
    take: 200,
  });
  const open = await db.approval.findMany({
    where: { organizationId, subjectType: "contractAmendment", subjectId: { in: rows.map(({ id }) => id) } },
    select: { subjectId: true, state: true, reason: true },
    orderBy: { requestedAt: "asc" },
  });
  const approvals = new Map(open.map((approval) => [approval.subjectId, approval]));
  return rows.map(({ createdBy, approvedBy, effectiveFrom, changes, ...rest }) => ({
    ...rest,
    effectiveFrom: dayOf(effectiveFrom),
    changes: changes as Record<string, unknown>,
    createdAt: instantOf(rest.createdAt),
    approvedAt: instantOf(rest.approvedAt),
    proposedAt: instantOf(rest.proposedAt),
    inForceAt: instantOf(rest.inForceAt),
    createdByName: createdBy.person.name,
    approvedByName: approvedBy?.person.name ?? null,
    approval: approvals.get(rest.id) ?? null,
  }));
}

/** Of these contracts those with an amendment that waits for the vendor or an executive. */
export async function findAmendmentsToRead(
  organizationId: string,
  contractIds: readonly string[],
): Promise<Set<string>> {
  const open = await db.contractAmendment.findMany({
    where: { organizationId, contractId: { in: [...contractIds] }, state: "proposed", needsAssent: true },
    select: { contractId: true },
  });
  return new Set(open.map(({ contractId }) => contractId));
}

/** The contract that an amendment belongs to; for a vendor's contact only of the own vendor, once it is proposed. */
export async function findContractOfAmendment(reader: { organizationId: string; vendorId?: string }, id: string) {
  const row = await db.contractAmendment.findFirst({
    where: {
      id,
      organizationId: reader.organizationId,
      ...(reader.vendorId
        ? { contract: { vendorId: reader.vendorId }, needsAssent: true, state: { not: "draft" } }
        : {}),
    },
    select: { contractId: true },
  });
  return row?.contractId ?? null;
}

export function findContractApproval(organizationId: OrganizationId, contractId: string) {
  return db.approval.findFirst({
    where: { organizationId, kind: "contract", subjectType: "contract", subjectId: contractId },
    select: { state: true, reason: true, requestedById: true, decidedBy: personName },
    orderBy: { requestedAt: "desc" },
  });
}

/** Final awards that have no living contract with one of their vendors yet. */
export async function listOpenAwards(organizationId: OrganizationId) {
  return sql.rows<{
    awardId: string;
    vendorId: string;
    vendor: string;
    rfp: string;
    lot: string;
    amount: string;
    currency: string;
    termMonths: number;
    engagementId: string;
  }>(
    `SELECT a.id AS "awardId", s.vendor_id AS "vendorId", v.legal_name AS vendor, r.code || ' ' || r.title AS rfp,
       l.title AS lot, trim_scale(s.amount)::text AS amount, a.currency, r.term_months AS "termMonths",
       r.engagement_id AS "engagementId"
     FROM award a JOIN award_share s ON s.award_id = a.id JOIN vendor v ON v.id = s.vendor_id
     JOIN rfp r ON r.id = a.rfp_id JOIN rfp_lot l ON l.id = a.lot_id
     WHERE a.organization_id = $1::uuid AND a.state = 'final' AND NOT EXISTS (
       SELECT 1 FROM contract c WHERE c.award_id = a.id AND c.vendor_id = s.vendor_id AND c.state <> 'terminated')
     ORDER BY a.finalised_at DESC, v.legal_name LIMIT 100`,
    [organizationId],
  );
}

/** Choices of the form for a contract by hand. */
export async function listContractChoices(organizationId: OrganizationId) {
  const [engagements, vendors] = await Promise.all([
    db.engagement.findMany({
      where: { organizationId, stage: { in: [...CONTRACT_STAGES] } },
      select: { id: true, code: true, name: true },
      orderBy: { name: "asc" },
      take: 500,
    }),
    db.vendor.findMany({
      where: { organizationId, status: { notIn: ["suspended", "retired"] } },
      select: { id: true, legalName: true },
      orderBy: { legalName: "asc" },
      take: 500,
    }),
  ]);
  return { engagements, vendors };
}

/** What the audit trail tells about one contract, for those who read the contract. */
export function listContractEvents(organizationId: OrganizationId, contractId: string) {
  return db.auditEvent.findMany({
    where: { organizationId, subjectType: "contract", subjectId: contractId },
    select: { sequence: true, action: true, actorName: true, at: true, after: true },
    orderBy: { sequence: "desc" },
    take: 100,
  });
}

/** Whether the month's measurements are locked: what changes its figures then restates it. */
export async function isMonthLocked(
  organizationId: OrganizationId,
  contractId: string,
  month: string,
): Promise<boolean> {
  const locked = await db.measurementPeriod.findFirst({
    where: { organizationId, contractId, month, state: "locked" },
    select: { id: true },
  });
  return locked !== null;
}
