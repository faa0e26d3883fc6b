import "server-only";
import { type ContractReadings, loadContractTerms } from "@/lib/contracts/terms";
import type { Transaction } from "@/lib/server/database";
import { type Decimal, d, sum, ZERO } from "@/lib/shared/decimal";
import { firstDay, type Month, monthRange } from "@/lib/shared/month";
import type { ContractMonths, LevelTerms, MeasuredMonth } from "../rules/contract-months";
import { readPointsTable } from "../rules/credit-terms";
import { splitByDefinition } from "../rules/kpi-revisions";
import { readScheme, type SchemeText } from "../rules/scheme";
import type { YearlyCap } from "../rules/yearly-cap";

type Measured = {
  kpi_id: string;
  month: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  cases: number | null;
  without: number | null;
};

/** What of a definition decides how a value is compared. */
type Compared = Pick<LevelTerms, "direction" | "decimals">;

export type LoadedContract = ContractMonths & {
  code: string;
  title: string;
  timeZone: string;
  measurements: Map<string, Measured>;
};

export const measuredKey = (kpiId: string, month: Month) => `${kpiId} ${month}`;

/** The last measurement of each KPI and month: an earlier one was corrected by it. */
export function findLatestMeasurements(tx: Pick<Transaction, "$queryRaw">, contractId: string): Promise<Measured[]> {
  return tx.$queryRaw<Measured[]>`
    SELECT DISTINCT ON (m.kpi_id, m.month) m.kpi_id, m.month, m.value::text, m.numerator::text, m.denominator::text,
      m.cases, m.cases_without_value AS without
    FROM measurement m JOIN kpi k ON k.id = m.kpi_id WHERE k.contract_id = ${contractId}::uuid
    ORDER BY m.kpi_id, m.month, m.sequence DESC`;
}

/** Everything that the months of a contract are computed from, in a handful of queries. */
export async function loadContractMonths(
  tx: Transaction,
  organizationId: string,
  contractId: string,
): Promise<LoadedContract | null> {
  const contract = await tx.contract.findFirst({
    where: { id: contractId, organizationId },
    select: {
      code: true,
      title: true,
      currency: true,
      timeZone: true,
      measurementPeriods: { select: { month: true } },
      // Single cases are left out where the value is computed; here count those that excuse the whole month.
      exclusions: {
        where: { state: "approved", caseNumbers: { isEmpty: true } },
        select: { serviceLevelId: true, month: true },
      },
      serviceLevels: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          kpiId: true,
          expected: true,
          minimum: true,
          scheme: true,
          minimumVolume: true,
          graceUntil: true,
          effectiveFrom: true,
          effectiveTo: true,
          kpi: {
            select: {
              direction: true,
              decimals: true,
              effectiveFrom: true,
              kpiRevisions: {
                select: { direction: true, decimals: true, effectiveFrom: true, effectiveTo: true },
              },
            },
          },
        },
      },
    },
  });
  const terms = await loadContractTerms(tx, organizationId, contractId);
  if (!contract || !terms) return null;
  const measured = await findLatestMeasurements(tx, contractId);
  const charges = await tx.$queryRaw<{ month: string; amount: string }[]>`
    SELECT c.month, sum(c.amount)::text AS amount FROM monthly_charge c JOIN charge_line l ON l.id = c.charge_line_id
    WHERE c.contract_id = ${contractId}::uuid AND l.is_credit_base GROUP BY c.month`;
  const measurements = new Map(measured.map((row) => [measuredKey(row.kpi_id, row.month), row] as const));
  const chargeOf = new Map<string, Decimal>(charges.map((row) => [row.month, d(row.amount)] as const));
  const chargesBefore = (month: Month) =>
    sum(
      [...chargeOf].filter(([each]) => each < month && each.startsWith(month.slice(0, 4))).map(([, amount]) => amount),
    );
  const excused = new Set(contract.exclusions.map((each) => `${each.serviceLevelId ?? ""} ${each.month}`));
  const levels = contract.serviceLevels.flatMap((level) =>
    splitByDefinition<Compared>(level, level.kpi).map(
      (held): LevelTerms => ({
        id: level.id,
        kpiId: level.kpiId,
        direction: held.direction,
        decimals: held.decimals,
        expected: d(level.expected.toFixed()),
        minimum: d(level.minimum.toFixed()),
        scheme: level.scheme === null ? null : readScheme(level.scheme as unknown as SchemeText),
        minimumVolume: level.minimumVolume,
        graceUntil: level.graceUntil,
        effectiveFrom: held.effectiveFrom,
        effectiveTo: held.effectiveTo,
      }),
    ),
  );
  // Figures from before anything was agreed are kept as measurements; they make no month of the contract.
  const [first] = levels.map((level) => level.effectiveFrom).sort();
  const known = [...measured.map((row) => row.month), ...contract.measurementPeriods.map((period) => period.month)]
    .filter((month) => first !== undefined && month >= first)
    .sort();
  return {
    code: contract.code,
    title: contract.title,
    timeZone: contract.timeZone,
    measurements,
    terms: (month) => {
      const agreed = terms.on(firstDay(month));
      return {
        currency: contract.currency,
        atRiskPercent: d(String(agreed.atRiskPercent.value ?? 0)),
        yearlyCap: readYearlyCap(agreed),
        pointsTable: readPointsTable(terms.creditTermsOn(firstDay(month))),
      };
    },
    levels,
    months: known.length === 0 ? [] : monthRange(known[0] ?? "", known.at(-1) ?? ""),
    measured: (kpiId, month) => toMeasured(measurements.get(measuredKey(kpiId, month))),
    isExcused: (levelId, month) => excused.has(`${levelId} ${month}`) || excused.has(` ${month}`),
    charges: (month) => chargeOf.get(month) ?? ZERO,
    chargesBefore,
  };
}

/** Null: the contract has no yearly cap. */
function readYearlyCap(terms: ContractReadings): YearlyCap | null {
  const read = (term: "yearlyCapPercent" | "yearlyCapAmount" | "yearlyValue") => {
    const { value } = terms[term];
    return value === null || value === "" ? null : d(String(value));
  };
  const [percent, amount] = [read("yearlyCapPercent"), read("yearlyCapAmount")];
  if (terms.yearlyCapBasis.value === "amount") return amount && { basis: "amount", amount };
  if (!percent) return null;
  return terms.yearlyCapBasis.value === "chargesToDate"
    ? { basis: "chargesToDate", percent }
    : { basis: "plannedYear", percent, yearlyValue: read("yearlyValue") };
}

function toMeasured(row: Measured | undefined): MeasuredMonth | null {
  return row ? { value: row.value === null ? null : d(row.value), cases: row.cases } : null;
}
