import "server-only";
import { findParties } from "@/lib/contracts/mutations/lock";
import { type SideNotice, tellSides } from "@/lib/contracts/notices";
import type { ReactionContext } from "@/lib/server/happenings";
import { decimalOf } from "@/lib/server/values";
import { ZERO } from "@/lib/shared/decimal";
import { formatMoney } from "@/lib/shared/format";
import { valueText } from "./value-text";

const READER = { locale: "en-GB" };
const paid = (amount: string, currency: string, sign: "auto" | "always" = "auto") =>
  formatMoney(amount, currency, READER, { digits: "paid", sign });

type Side = "client" | "vendor";
type OfMonth = { contractId: string; month: string };

const other = (side: Side): Side => (side === "client" ? "vendor" : "client");

async function tell({ tx, actor }: ReactionContext, contractId: string, notice: SideNotice): Promise<void> {
  const contract = await findParties(tx, contractId);
  const title = `${contract.code} ${notice.title}`;
  await tellSides(tx, actor, contract, { kind: "month", roles: ["operations"], ...notice, title });
}

const board = ({ month }: OfMonth) => `/service-levels?month=${month}`;

export function tellOfReport(
  context: ReactionContext,
  event: OfMonth & { side: Side; isAnswer: boolean },
): Promise<void> {
  const how = event.isAnswer ? "is answered by the" : "is reported by the";
  const title = `${event.month} ${how} ${event.side} and waits to be verified`;
  return tell(context, event.contractId, { title, to: ["client", "vendor"], page: board(event) });
}

export async function tellOfVerification(context: ReactionContext, event: OfMonth): Promise<void> {
  const { creditTotal, contract } = await context.tx.measurementPeriod.findUniqueOrThrow({
    where: { contractId_month: { contractId: event.contractId, month: event.month } },
    select: { creditTotal: true, contract: { select: { currency: true } } },
  });
  const title = `${event.month} is verified with credits of ${paid(creditTotal?.toFixed() ?? "0", contract.currency)}`;
  const body = "Read the sheet of the month and sign it, or dispute it.";
  await tell(context, event.contractId, { title, body, to: ["vendor"], page: board(event) });
}

export function tellOfDispute(
  context: ReactionContext,
  event: OfMonth & { side: Side; reason: string },
): Promise<void> {
  const title = `${event.month} is disputed by the ${event.side}`;
  return tell(context, event.contractId, { title, body: event.reason, to: [other(event.side)], page: board(event) });
}

/** Who verified it has to look again. */
export async function tellOfReopening(
  context: ReactionContext,
  event: OfMonth & { verifiedById: string | null },
): Promise<void> {
  const title = `${event.month} has new figures and has to be verified again`;
  await tell(context, event.contractId, { title, to: ["client", "vendor"], page: board(event) });
}

export function tellOfSignedMonth(context: ReactionContext, event: OfMonth & { side: Side }): Promise<void> {
  const title = `${event.month} is signed by the ${event.side} and can be locked`;
  return tell(context, event.contractId, {
    title,
    to: ["client"],
    page: board(event),
    roles: ["operations", "finance"],
  });
}

export function tellOfLock(context: ReactionContext, event: OfMonth): Promise<void> {
  return tell(context, event.contractId, { title: `${event.month} is locked`, to: ["vendor"], page: board(event) });
}

/** A file with years in it is one piece of news. */
export async function tellOfReports(
  context: ReactionContext,
  event: { contractId: string; months: readonly string[] },
): Promise<void> {
  const { contractId, months } = event;
  const below = await context.tx.periodResult.count({
    where: { contractId, month: { in: [...months] }, status: "belowMinimum" },
  });
  const results = below === 1 ? "1 result is" : `${below} results are`;
  await tell(context, contractId, {
    title: `${months.length} months from ${months[0]} to ${months.at(-1)} are reported and wait to be verified`,
    body: `${results} below minimum.`,
    to: ["client"],
    page: `/service-levels?month=${months.at(-1)}`,
  });
}

/** Each level below its minimum with its figures, to both sides: a breach is a month's most important news. */
export async function tellOfBreaches(context: ReactionContext, event: OfMonth): Promise<void> {
  const breaches = await context.tx.periodResult.findMany({
    where: { contractId: event.contractId, month: event.month, status: "belowMinimum" },
    select: {
      value: true,
      credit: true,
      contract: { select: { currency: true } },
      serviceLevel: {
        select: { minimum: true, class: true, kpi: { select: { name: true, unit: true, decimals: true } } },
      },
    },
    orderBy: { serviceLevelId: "asc" },
  });
  const [first] = breaches;
  if (!first) return;
  const words = breaches.map(({ value, serviceLevel: { kpi, minimum, class: kind } }) => {
    const reached = value === null ? "no value" : valueText(value.toFixed(), kpi, READER);
    const named = kind === "critical" ? `${kpi.name} (critical)` : kpi.name;
    return `${named} is below minimum: ${reached} against ${valueText(minimum.toFixed(), kpi, READER)}`;
  });
  const credit = breaches.reduce((total, { credit: own }) => total.plus(own?.toFixed() ?? "0"), ZERO);
  const title = `${event.month}: ${breaches.length === 1 ? words[0] : `${breaches.length} service levels are below minimum`}`;
  const figures = breaches.length === 1 ? [] : words;
  const consequence = credit.gt(0) ? [`Credits of ${paid(credit.toFixed(), first.contract.currency)} follow.`] : [];
  await tell(context, event.contractId, {
    kind: "breach",
    title,
    body: [...figures, ...consequence].join("\n"),
    to: ["client", "vendor"],
    page: board(event),
    roles: ["operations", "executive"],
  });
}

async function findRestatement({ tx }: ReactionContext, id: string) {
  const row = await tx.restatement.findUniqueOrThrow({
    where: { id },
    select: { fromMonth: true, difference: true, currency: true, decisionReason: true },
  });
  return { ...row, difference: decimalOf(row.difference) };
}

type OfRestatement = { contractId: string; restatementId: string; side: Side };

export async function tellOfProposal(context: ReactionContext, event: OfRestatement): Promise<void> {
  const { fromMonth, difference, currency } = await findRestatement(context, event.restatementId);
  const title = `A restatement of ${fromMonth} is proposed: ${paid(difference, currency, "always")} of credits`;
  const body = "Compare before and after, and accept or dispute it.";
  const page = `/service-levels/restatements/${event.restatementId}`;
  await tell(context, event.contractId, {
    title,
    body,
    to: [other(event.side)],
    page,
    kind: "restatement",
    roles: ["operations", "finance"],
  });
}

export async function tellOfDecision(
  context: ReactionContext,
  event: OfRestatement & { kind: "restatement.accepted" | "restatement.disputed" },
): Promise<void> {
  const { fromMonth, decisionReason } = await findRestatement(context, event.restatementId);
  const verb = event.kind === "restatement.accepted" ? "accepted" : "disputed";
  const title = `The restatement of ${fromMonth} was ${verb} by the ${event.side}`;
  const page = `/service-levels/restatements/${event.restatementId}`;
  await tell(context, event.contractId, {
    kind: "restatement",
    title,
    body: decisionReason,
    to: [other(event.side)],
    page,
  });
}

type OfExclusion = { contractId: string; exclusionId: string };

export async function tellOfRequest(context: ReactionContext, event: OfExclusion & { side: Side }): Promise<void> {
  const { month, reason } = await context.tx.exclusion.findUniqueOrThrow({
    where: { id: event.exclusionId },
    select: { month: true, reason: true },
  });
  const title = `An exclusion in ${month} is asked for by the ${event.side}`;
  await tell(context, event.contractId, { title, body: reason, to: ["client"], page: "/service-levels/exclusions" });
}

export async function tellOfExclusion(context: ReactionContext, event: OfExclusion): Promise<void> {
  const { month, state } = await context.tx.exclusion.findUniqueOrThrow({
    where: { id: event.exclusionId },
    select: { month: true, state: true },
  });
  const title = `The exclusion in ${month} was ${state}`;
  await tell(context, event.contractId, { title, to: ["vendor"], page: "/service-levels/exclusions" });
}
