import { d, HUNDRED, sum, ZERO } from "@/lib/shared/decimal";
import { formatInstant } from "@/lib/shared/format";
import { findShortWindows } from "../rules/short-window";
import type { RfpState } from "../rules/states";
import { checkDeadlineChange, checkTimetable } from "../rules/timetable";
import { MOMENT, MOMENTS, type Moment } from "./labels";

export type Timetable = Record<Moment, string | null>;

/** A published RFP is closed from its deadline on, whether or not anybody has pressed a button. */
export function rfpStateAt(state: RfpState, bidsUntil: string | null, now: string): RfpState {
  return state === "published" && bidsUntil !== null && Date.parse(now) >= Date.parse(bidsUntil) ? "closed" : state;
}

/** Sum of weights in percent, as text. */
export function totalWeight(weights: readonly string[]): string {
  return sum(weights.map(d)).toFixed();
}

/** `YYYY-MM-DDTHH:mm` is wall-clock time in the zone; with an offset it is an instant. Answers RFC 3339 in UTC. */
export function toInstantText(moment: string, timeZone: string): string {
  const isLocal = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(moment);
  const instant = isLocal
    ? Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).toInstant()
    : Temporal.Instant.from(moment);
  return new Date(instant.epochMilliseconds).toISOString();
}

/** The other way round, for a form: wall-clock time in the zone. */
export function toLocalText(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({
    smallestUnit: "minute",
  });
}

/** A moment in a message to many readers: in the RFP's zone, with its name, so that nobody has to guess. */
export function inRfpZone(instant: string | null, timeZone: string): string {
  if (instant === null) return "not set";
  return `${formatInstant(instant, { locale: "en-GB", timeZone })} (${timeZone})`;
}

/**
 * The moment that a form's text means. A form shows whole minutes: text that was left as shown means the moment itself,
 * not the beginning of its minute.
 */
export function toMoment(given: string, before: string | null, timeZone: string): string {
  return before !== null && given === toLocalText(before, timeZone) ? before : toInstantText(given, timeZone);
}

export type Check = { key: string; label: string; isMet: boolean; detail: string; tab: string };

/** What publishing asks about; names are shown to people. */
export type PublishFacts = {
  stage: string;
  requirements: number;
  requirementsWithoutPriority: number;
  criteria: { name: string; weight: string; questions: number }[];
  questions: number;
  lots: { number: number; title: string; items: number }[];
  price: { method: string; minimum: string | null; maximum: string | null };
  evaluators: number;
  vendors: { name: string; isInvitable: boolean; contacts: number }[];
  timetable: Timetable;
  now: string;
};

type PriceLimits = { priceMethod: string; priceMinimum: string | null; priceMaximum: string | null };

/** Limits that the chosen price method does not use are not kept: nobody is to wonder what they do. */
export function usedPriceLimits({ priceMethod, priceMinimum, priceMaximum }: PriceLimits) {
  return {
    priceMinimum: priceMethod === "linear" ? priceMinimum : null,
    priceMaximum: priceMethod === "linear" || priceMethod === "qualityInMoney" ? priceMaximum : null,
  };
}

/** Everything that must be there before vendors see an RFP, each met or not, with what is missing. */
export function publishChecks(facts: PublishFacts): Check[] {
  const total = totalWeight(facts.criteria.map((criterion) => criterion.weight));
  const unasked = facts.criteria.filter((criterion) => criterion.questions === 0).map((criterion) => criterion.name);
  const priceless = facts.lots.filter((lot) => lot.items === 0).map((lot) => `lot ${lot.number}`);
  return [
    check("stage", "The engagement is in the stage source", "overview", [
      facts.stage === "source" ? null : `It is in the stage ${facts.stage}`,
    ]),
    check("scope", "The scope has requirements, each with a priority", "scope", [
      facts.requirements > 0 ? null : "There is no requirement",
      facts.requirementsWithoutPriority > 0 ? `${facts.requirementsWithoutPriority} without a priority` : null,
    ]),
    check("questions", "There are questions", "questions", [facts.questions > 0 ? null : "There is none"]),
    check("weights", "The weights of the criteria sum to 100", "criteria", [
      d(total).eq(HUNDRED) ? null : `They sum to ${total}`,
    ]),
    check("criteria", "Every criterion has a question", "questions", [
      facts.criteria.length > 0 ? null : "There is no criterion",
      unasked.length > 0 ? `None for ${unasked.join(", ")}` : null,
    ]),
    check("lots", "Every lot has price items", "criteria", [
      facts.lots.length > 0 ? null : "There is no lot",
      priceless.length > 0 ? `None in ${priceless.join(", ")}` : null,
    ]),
    check("price", "The price method has what it needs", "criteria", [priceProblem(facts.price)]),
    check("evaluators", "Evaluators are named", "vendors", [facts.evaluators > 0 ? null : "There is none"]),
    check("vendors", "Vendors are invited and can be reached", "vendors", vendorProblems(facts.vendors)),
    check(
      "timetable",
      "The timetable is complete and in order",
      "overview",
      timetableProblems(facts.timetable, facts.now),
    ),
  ];
}

function check(key: string, label: string, tab: string, problems: (string | null)[]): Check {
  const found = problems.filter((problem) => problem !== null);
  return { key, label, tab, isMet: found.length === 0, detail: found.join(". ") };
}

function priceProblem({ method, minimum, maximum }: PublishFacts["price"]): string | null {
  if (method === "qualityInMoney") {
    return maximum !== null && d(maximum).gt(ZERO) ? null : "Say what a full technical score is worth in money";
  }
  if (method !== "linear" || (minimum === null && maximum === null)) return null;
  if (minimum === null || maximum === null) return "Give both limits or none";
  return d(maximum).gt(minimum) ? null : "The upper limit is not above the lower one";
}

function vendorProblems(vendors: PublishFacts["vendors"]): (string | null)[] {
  const barred = vendors.filter((vendor) => !vendor.isInvitable).map((vendor) => vendor.name);
  const silent = vendors.filter((vendor) => vendor.contacts === 0).map((vendor) => vendor.name);
  return [
    vendors.length > 0 ? null : "Nobody is invited",
    barred.length > 0 ? `Suspended or retired: ${barred.join(", ")}` : null,
    silent.length > 0 ? `Without a contact: ${silent.join(", ")}` : null,
  ];
}

function timetableProblems(timetable: Timetable, now: string): (string | null)[] {
  const missing = MOMENTS.filter((moment) => timetable[moment] === null);
  if (missing.length > 0) return [`Missing: ${missing.map((moment) => MOMENT[moment].toLowerCase()).join(", ")}`];
  return checkTimetable(complete(timetable), now).map((problem) => problem.message.replace(/\.$/, ""));
}

/** What is very short in a timetable that is complete; nothing is said of one that is not. */
export function shortWindowsOf({ questionsUntil, answersUntil, bidsUntil }: Timetable, now: string): string[] {
  if (questionsUntil === null || answersUntil === null || bidsUntil === null) return [];
  return findShortWindows({ questionsUntil, answersUntil, bidsUntil }, now);
}

function complete(timetable: Timetable) {
  const { questionsUntil, answersUntil, bidsUntil, openingAt } = timetable;
  return {
    questionsUntil: questionsUntil ?? "",
    answersUntil: answersUntil ?? "",
    bidsUntil: bidsUntil ?? "",
    opensAt: openingAt ?? "",
  };
}

/**
 * Why an amendment may not move the timetable so, by field; empty when it may. Nothing that vendors rely on comes
 * earlier than published, and a deadline that has passed stays passed.
 */
export function amendmentProblems(
  before: Timetable,
  after: Timetable,
  now: string,
): { field: Moment; message: string }[] {
  const problems: { field: Moment; message: string }[] = [];
  const deadline = checkDeadlineChange(before.bidsUntil ?? now, after.bidsUntil ?? now, now);
  if (!deadline.isAllowed) problems.push({ field: "bidsUntil", message: deadline.reason });
  for (const moment of ["questionsUntil", "answersUntil"] as const) {
    const [old, proposed] = [before[moment], after[moment]];
    if (old && proposed && Date.parse(proposed) < Date.parse(old))
      problems.push({ field: moment, message: "What was published can be extended, never shortened." });
  }
  // Questions may well have ended by now; the other rules hold for the new dates as for the first ones.
  for (const problem of checkTimetable(complete(after), now)) {
    const field = problem.field === "opensAt" ? "openingAt" : problem.field;
    if (field !== "questionsUntil") problems.push({ field, message: problem.message });
  }
  return problems;
}

export type AskedRequirement = {
  id: string;
  section: string;
  title: string;
  description: string;
  priority: "mandatory" | "scored" | "information" | null;
};
export type GeneratedQuestion = {
  requirementId: string;
  section: string;
  text: string;
  kind: "yesNo" | "text";
  isMandatory: boolean;
  criterionId: string | null;
};

/**
 * Questions for the requirements that have none yet: a mandatory one becomes a yes or no that must be yes, a scored one
 * a text under a criterion, by the name of its section where there is one. Information is only read.
 */
export function questionsFrom(
  requirements: readonly AskedRequirement[],
  asked: ReadonlySet<string>,
  criteria: readonly { id: string; name: string }[],
): GeneratedQuestion[] {
  return requirements.flatMap((requirement): GeneratedQuestion[] => {
    const { id, section, title, priority } = requirement;
    if (asked.has(id) || priority === null || priority === "information") return [];
    const withoutStop = title.trim().replace(/[.?]$/, "");
    if (priority === "mandatory") {
      const text = `Do you meet this requirement in full: ${withoutStop}?`;
      return [{ requirementId: id, section, text, kind: "yesNo", isMandatory: true, criterionId: null }];
    }
    const named = criteria.find((each) => each.name.toLowerCase() === section.toLowerCase()) ?? criteria[0];
    const asksItself = title.trim().endsWith("?");
    const text = asksItself ? title.trim() : `Describe how you will meet this requirement: ${withoutStop}.`;
    return [{ requirementId: id, section, text, kind: "text", isMandatory: false, criterionId: named?.id ?? null }];
  });
}
