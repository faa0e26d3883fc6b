import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, sql } from "@/lib/server/database";
import { dayOf, decimalOf } from "@/lib/server/values";
import type { Step } from "@/lib/shared/steps";
import type { ChargeTerms } from "./schema";

const fields = {
  id: true,
  contractId: true,
  code: true,
  name: true,
  kind: true,
  parameters: true,
  isCreditBase: true,
  effectiveFrom: true,
  effectiveTo: true,
  priceItemId: true,
  version: true,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(organizationId: OrganizationId, id: string) {
  return db.chargeLine.findFirst({ where: { id, organizationId }, select: fields });
}

function present({ parameters, effectiveFrom, effectiveTo, ...line }: Row) {
  return {
    ...line,
    terms: parameters as unknown as ChargeTerms,
    effectiveFrom: dayOf(effectiveFrom),
    effectiveTo: dayOf(effectiveTo),
  };
}
export type ChargeLineRecord = ReturnType<typeof present>;

export async function findChargeLine(organizationId: OrganizationId, id: string): Promise<ChargeLineRecord | null> {
  const row = await findRow(organizationId, id);
  return row && present(row);
}

export async function listChargeLines(organizationId: OrganizationId, contractId: string): Promise<ChargeLineRecord[]> {
  const rows = await db.chargeLine.findMany({
    where: { organizationId, contractId },
    select: fields,
    orderBy: { position: "asc" },
  });
  return rows.map(present);
}

/** Charges of a contract by line for the months from one to another. */
export async function listMonthlyCharges(
  organizationId: OrganizationId,
  contractId: string,
  months: { from: string; to: string },
) {
  const rows = await db.monthlyCharge.findMany({
    where: { organizationId, contractId, month: { gte: months.from, lte: months.to } },
    select: {
      id: true,
      chargeLineId: true,
      month: true,
      amount: true,
      volume: true,
      delivery: true,
      steps: true,
      note: true,
      version: true,
    },
    orderBy: { month: "asc" },
  });
  return rows.map((row) => ({
    ...row,
    amount: decimalOf(row.amount),
    volume: decimalOf(row.volume),
    steps: row.steps as unknown as Step[],
  }));
}
export type MonthlyChargeRecord = Awaited<ReturnType<typeof listMonthlyCharges>>[number];

/** Total of each month that has charges, newest first. */
export async function listChargeTotals(organizationId: OrganizationId, contractId: string) {
  return sql.rows<{ month: string; amount: string; base: string; lines: number }>(
    `SELECT m.month, trim_scale(sum(m.amount))::text AS amount,
       trim_scale(coalesce(sum(m.amount) FILTER (WHERE l.is_credit_base), 0))::text AS base, count(*) AS lines
     FROM monthly_charge m JOIN charge_line l ON l.id = m.charge_line_id
     WHERE m.organization_id = $1::uuid AND m.contract_id = $2::uuid GROUP BY m.month ORDER BY m.month DESC LIMIT 36`,
    [organizationId, contractId],
  );
}

/** What the clock has proposed for a contract and nobody has decided yet. */
export async function listOpenProposals(organizationId: OrganizationId, contractId: string, month?: string) {
  const rows = await db.chargeProposal.findMany({
    where: { organizationId, contractId, state: "proposed", ...(month ? { month } : {}) },
    select: {
      id: true,
      month: true,
      amount: true,
      steps: true,
      version: true,
      chargeLine: { select: { name: true } },
    },
    orderBy: [{ month: "asc" }, { chargeLine: { position: "asc" } }],
  });
  return rows.map(({ chargeLine, ...row }) => ({
    ...row,
    name: chargeLine.name,
    amount: decimalOf(row.amount),
    steps: row.steps as unknown as Step[],
  }));
}
export type ProposalRecord = Awaited<ReturnType<typeof listOpenProposals>>[number];
