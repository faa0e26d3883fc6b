import "server-only";
import { readContractTerms } from "@/lib/contracts/terms";
import type { Audit } from "@/lib/server/change";
import type { Prisma, Transaction } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { firstDay } from "@/lib/shared/month";

type Scope = { organizationId: string; contractId: string; periodId: string; month: string };

/**
 * Stores the credits of a month as they stand in its results, each with everything it was derived from, so that the
 * sheet that both sides sign can be printed again whatever the contract says later.
 */
export async function storeCredits(tx: Transaction, audit: Audit, scope: Scope): Promise<void> {
  await tx.serviceCredit.deleteMany({ where: { periodId: scope.periodId, state: "calculated" } });
  const period = await tx.measurementPeriod.findUniqueOrThrow({
    where: { id: scope.periodId },
    select: {
      charges: true,
      cap: true,
      creditTotal: true,
      isCapped: true,
      steps: true,
      contract: { select: { code: true, currency: true, creditTerms: true } },
    },
  });
  const results = await tx.periodResult.findMany({
    where: { contractId: scope.contractId, month: scope.month, credit: { gt: 0 } },
    select: {
      serviceLevelId: true,
      status: true,
      value: true,
      numerator: true,
      denominator: true,
      cases: true,
      multiplier: true,
      credit: true,
      steps: true,
      serviceLevel: {
        select: {
          revision: true,
          expected: true,
          minimum: true,
          category: true,
          scheme: true,
          clause: true,
          kpi: { select: { code: true, name: true, unit: true } },
        },
      },
    },
  });
  const terms = await readContractTerms(tx, scope.organizationId, scope.contractId, firstDay(scope.month));
  const common = {
    charges: period.charges?.toFixed() ?? null,
    atRiskPercent: String(terms?.atRiskPercent.value ?? 0),
    cap: period.cap?.toFixed() ?? null,
    isCapped: period.isCapped,
  };
  const { currency } = period.contract;
  const lines = results.map(({ credit, serviceLevelId, serviceLevel, ...result }) => ({
    serviceLevelId,
    amount: credit?.toFixed() ?? "0",
    derivation: {
      ...common,
      kpi: serviceLevel.kpi,
      revision: serviceLevel.revision,
      expected: serviceLevel.expected.toFixed(),
      minimum: serviceLevel.minimum.toFixed(),
      category: serviceLevel.category,
      scheme: serviceLevel.scheme,
      clause: serviceLevel.clause,
      status: result.status,
      value: result.value?.toFixed() ?? null,
      numerator: result.numerator?.toFixed() ?? null,
      denominator: result.denominator?.toFixed() ?? null,
      cases: result.cases,
      multiplier: result.multiplier?.toFixed() ?? null,
      steps: result.steps,
    },
  }));
  // The points of a month are credited together, not to one service level.
  const together = d(period.creditTotal?.toFixed() ?? "0").minus(
    lines.reduce((all, line) => all.plus(line.amount), d(0)),
  );
  const all = [
    ...lines,
    ...(together.gt(0)
      ? [{ serviceLevelId: null, amount: together.toFixed(), derivation: { ...common, steps: period.steps } }]
      : []),
  ];
  for (const { derivation, ...line } of all)
    await tx.serviceCredit.create({
      data: { ...scope, ...line, currency, derivation: derivation as Prisma.InputJsonValue },
      select: { id: true },
    });
  audit({
    action: "credit.calculate",
    subject: { type: "period", id: scope.periodId, label: `${period.contract.code} ${scope.month}` },
    after: { currency, ...common, lines: all.map(({ serviceLevelId, amount }) => ({ serviceLevelId, amount })) },
  });
}
