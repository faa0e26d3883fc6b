import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatInstant, formatMoney } from "@/lib/shared/format";

export type LetterFacts = {
  rfp: { code: string; title: string; timeZone: string };
  lot: string;
  organization: string;
  vendor: string;
  standstillUntil: string | null;
  isRejected: boolean;
  rejectionReason: string | null;
  criteria: { name: string; weight: string; score: string | null }[];
  technicalScore: string | null;
  minimumTechnical: string;
  /** Null: not awarded. */
  award: { sharePercent: string; amount: string; currency: string } | null;
};

const READER = { locale: "en-GB" };

/**
 * The letter to one bidder. It holds the own technical scores and the reason. No price score and no total, not even the
 * own: with the lowest price in the formula, either would tell a rival's price to whoever can divide.
 */
export function writeLetter(facts: LetterFacts): string {
  const { rfp, lot, vendor, award } = facts;
  const lines = [`${rfp.code} ${rfp.title}`, lot, "", `To ${vendor}`, ""];
  if (award) {
    const share = d(award.sharePercent).eq(100) ? "" : ` for ${formatDecimal(award.sharePercent, READER)} % of the lot`;
    const amount = formatMoney(award.amount, award.currency, READER, { digits: "paid" });
    lines.push(`We intend to award this lot to you${share}: ${amount} over the term.`);
  } else {
    lines.push(`We thank you for your bid. It was not chosen. ${reasonFor(facts)}`);
  }
  if (facts.criteria.some((criterion) => criterion.score !== null)) {
    lines.push("", "Your technical scores, on a scale of 0 to 5:");
    for (const { name, weight, score } of facts.criteria) {
      const points = score === null ? "not scored" : formatDecimal(score, READER);
      lines.push(`- ${name} (weight ${formatDecimal(weight, READER)}): ${points}`);
    }
    if (facts.technicalScore !== null) {
      lines.push(`Technical score: ${formatDecimal(facts.technicalScore, READER, 2)} of 100.`);
    }
  }
  lines.push("", standstillLine(facts), "", facts.organization);
  return lines.join("\n");
}

function reasonFor(facts: LetterFacts): string {
  if (facts.isRejected) return facts.rejectionReason ?? "It was rejected.";
  if (facts.technicalScore !== null && d(facts.technicalScore).lt(facts.minimumTechnical)) {
    const minimum = formatDecimal(facts.minimumTechnical, READER);
    return `Its technical score is under the minimum of ${minimum}. Its price envelope stays closed.`;
  }
  return "Another bid came out ahead under the rules of the RFP, which weigh quality and price.";
}

function standstillLine({ standstillUntil, rfp }: LetterFacts): string {
  if (!standstillUntil) return "The award is final without a standstill period.";
  const until = formatInstant(standstillUntil, { ...READER, timeZone: rfp.timeZone });
  return `The award becomes final after the standstill period, not before ${until} (${rfp.timeZone}).`;
}
