import { type Decimal, d, sum } from "@/lib/shared/decimal";
import { type CaseOptionFigures, findKeep, totalOption } from "./case-results";
import type { LineCategory } from "./options";
import type { PlannedYear } from "./realised";

const VENDOR: readonly LineCategory[] = ["vendorCharges", "indexation"];
const BESIDE: readonly LineCategory[] = ["retainedOrganization", "technology", "taxes"];
const ONE_OFF: readonly LineCategory[] = ["transition", "exit"];

type ApprovedCase = {
  firstYear: number;
  years: number;
  chosenOptionId: string | null;
  options: CaseOptionFigures[];
};

/** The chosen option of an approved case beside "keep", year by year; empty when either is missing. */
export function listPlannedYears(approved: ApprovedCase): PlannedYear[] {
  const keep = findKeep(approved.options);
  const chosen = approved.options.find((option) => option.id === approved.chosenOptionId);
  if (!keep || !chosen) return [];
  const kept = totalOption(keep, approved.years).years;
  const of = (categories: readonly LineCategory[], year: number): Decimal =>
    sum(chosen.lines.filter((line) => categories.includes(line.category)).map((line) => d(line.amounts[year] ?? "0")));
  return kept.map((cost, year) => ({
    year: approved.firstYear + year,
    keep: cost,
    vendor: of(VENDOR, year),
    beside: of(BESIDE, year),
    oneOff: of(ONE_OFF, year),
  }));
}
