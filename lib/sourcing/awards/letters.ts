import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatInstant, formatMoney } from "@/lib/shared/format";
import { TIE_RULE } from "../rfps/labels";
import type { CriterionPoints, CriterionVerdict, OutcomeReason } from "../rules/outcome-reason";
import type { TieRule } from "../rules/tie-rule";

/** Why this bidder gets nothing; what was written about the decision is quoted, so it is looked at before it is sent. */
export type LetterReason =
  | { kind: "rejected"; reason: string }
  | { kind: "belowMinimum"; minimum: string }
  | { kind: "out"; reason: string }
  | { kind: "passedOver"; written: string }
  | { kind: "tied"; rule: TieRule; written: string }
  | Extract<OutcomeReason, { kind: "ranked" }>;

export type LetterFacts = {
  /** Null: not awarded, and then the reason stands. */
  award: { sharePercent: string; amount: string; currency: string } | null;
  reason: LetterReason | null;
  points: CriterionPoints[];
  technicalScore: string | null;
};

const READER = { locale: "en-GB" };

/**
 * What a letter to one bidder says between its head and its end. It holds the own technical scores and what decided. No
 * price score and no total, not even the own: with the lowest price in the formula, either would tell a rival's price to
 * whoever can divide. Of the chosen bid it says where it was rated higher, never by how much.
 */
export function writeLetterText({ award, reason, points, technicalScore }: LetterFacts): string {
  const lines: string[] = [];
  if (award) {
    const share = d(award.sharePercent).eq(100) ? "" : ` for ${formatDecimal(award.sharePercent, READER)} % of the lot`;
    const amount = formatMoney(award.amount, award.currency, READER, { digits: "paid" });
    lines.push(`We intend to award this lot to you${share}: ${amount} over the term.`);
  } else {
    lines.push("We thank you for your bid. It was not chosen.", "", reason ? reasonText(reason) : "");
  }
  if (points.some((each) => each.score !== null)) {
    const verdicts =
      reason?.kind === "ranked" ? new Map(reason.criteria.map((each) => [each.name, each.verdict])) : null;
    lines.push("", "Your technical scores, criterion by criterion, on a scale of 0 to 5:");
    for (const each of points) lines.push(`- ${pointsText(each)}${verdictText(verdicts?.get(each.name))}`);
    if (technicalScore !== null) lines.push(`Technical score: ${formatDecimal(technicalScore, READER, 2)} of 100.`);
  }
  return lines.join("\n");
}

function pointsText({ name, score, points, maximum }: CriterionPoints): string {
  const weight = formatDecimal(maximum, READER);
  if (score === null || points === null) return `${name} (weight ${weight}): not scored`;
  return `${name} (weight ${weight}): ${formatDecimal(score, READER)}, which is ${formatDecimal(points, READER)} of ${weight} points`;
}

function verdictText(verdict: CriterionVerdict | undefined): string {
  if (verdict === undefined) return "";
  const words = {
    behind: "The chosen bid was rated higher here.",
    equal: "The chosen bid was rated the same here.",
    ahead: "Your bid was rated higher here.",
  };
  return `. ${words[verdict]}`;
}

const DECIDED = {
  quality: "What decided was the quality; the prices did not outweigh it.",
  price: "What decided was the price; the quality did not outweigh it.",
  both: "The chosen bid was ahead in quality and in price.",
};

function reasonText(reason: LetterReason): string {
  switch (reason.kind) {
    case "rejected":
      return reason.reason;
    case "belowMinimum": {
      const minimum = formatDecimal(reason.minimum, READER);
      return `Its technical score is under the minimum of ${minimum}. Its price envelope stays closed.`;
    }
    case "out":
      return `The award that we had intended for you was cancelled: ${reason.reason}`;
    case "passedOver":
      return `Under the rules of the RFP your bid ranked before a chosen one. It was passed over for this reason: ${reason.written}`;
    case "tied":
      return `In total your bid and a chosen one were equal. The RFP decides such a tie by this rule: ${TIE_RULE[reason.rule].toLowerCase()}. ${reason.written}`.trim();
    case "ranked":
      return `Under the rules of the RFP, which weigh quality and price, another bid came out ahead. ${DECIDED[reason.decidedBy]}`;
  }
}

export type LetterFrame = {
  rfp: { code: string; title: string; timeZone: string };
  lot: string;
  organization: string;
  vendor: string;
  standstillUntil: string | null;
};

/** The whole letter: to whom, the text, and from when the award holds, which is known when it is sent. */
export function frameLetter(frame: LetterFrame, text: string): string {
  const { rfp, lot, vendor, organization } = frame;
  return [
    `${rfp.code} ${rfp.title}`,
    lot,
    "",
    `To ${vendor}`,
    "",
    text.trim(),
    "",
    standstillLine(frame),
    "",
    organization,
  ].join("\n");
}

function standstillLine({ standstillUntil, rfp }: LetterFrame): string {
  if (!standstillUntil) return "The award is final without a standstill period.";
  const until = formatInstant(standstillUntil, { ...READER, timeZone: rfp.timeZone });
  return `The award becomes final after the standstill period, not before ${until} (${rfp.timeZone}).`;
}
