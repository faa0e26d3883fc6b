import { type Decimal, percentOf, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";

/** An amount for one charge line of the contract; several billed for the same line are taken together. */
export type InvoiceLine = { line: string; amount: Decimal };

/** A difference is tolerated when it is within either. Relative: in percent of the expected amount. */
export type Tolerance = { absolute: Decimal; relativePercent: Decimal };

/** Unexpected: billed, not in the contract. Absent: expected, not billed. */
export type LineResult = "matched" | "over" | "under" | "unexpected" | "absent";

export type CheckedLine = { line: string; expected: Decimal; billed: Decimal; difference: Decimal; result: LineResult };

export type InvoiceCheck = {
  lines: CheckedLine[];
  /** Service credits that are due, that the invoice took, and what it still owes (negative: it took too much). */
  credits: { due: Decimal; taken: Decimal; open: Decimal };
  isClean: boolean;
};

function byLine(lines: readonly InvoiceLine[]): Map<string, Decimal> {
  const totals = new Map<string, Decimal>();
  for (const { line, amount } of lines) totals.set(line, (totals.get(line) ?? ZERO).plus(amount));
  return totals;
}

function judge(expected: Decimal | undefined, billed: Decimal | undefined, tolerance: Tolerance): LineResult {
  if (expected === undefined) return "unexpected";
  if (billed === undefined) return "absent";
  const difference = billed.minus(expected);
  const relative = percentOf(expected.abs(), tolerance.relativePercent);
  if (difference.abs().lte(tolerance.absolute) || difference.abs().lte(relative)) return "matched";
  return difference.gt(0) ? "over" : "under";
}

/** Expected lines against billed ones, and credits due against credits taken. Exactly at a tolerance is tolerated. */
export function checkInvoice(
  expected: readonly InvoiceLine[],
  billed: readonly InvoiceLine[],
  credits: { due: readonly Decimal[]; taken: readonly Decimal[] },
  tolerance: Tolerance,
): Worked<InvoiceCheck> {
  const wanted = byLine(expected);
  const found = byLine(billed);
  const steps: Step[] = [];
  const lines = [...new Set([...wanted.keys(), ...found.keys()])].map((line): CheckedLine => {
    const amounts = { expected: wanted.get(line) ?? ZERO, billed: found.get(line) ?? ZERO };
    const difference = amounts.billed.minus(amounts.expected);
    const result = judge(wanted.get(line), found.get(line), tolerance);
    const texts = [amounts.billed, amounts.expected, difference].map(toDecimalText);
    steps.push({ label: `${line}: billed − expected`, value: `${texts[0]} − ${texts[1]} = ${texts[2]}: ${result}` });
    return { line, ...amounts, difference, result };
  });
  const due = sum(credits.due);
  const taken = sum(credits.taken);
  const open = due.minus(taken);
  steps.push({ label: "Credits due − taken", value: `${due} − ${taken} = ${toDecimalText(open)}` });
  const isClean = open.isZero() && lines.every(({ result }) => result === "matched");
  return { result: { lines, credits: { due, taken, open }, isClean }, steps };
}
