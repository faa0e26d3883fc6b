import { decideCase, submitCase } from "@/lib/business-cases/decision-mutations";
import { chooseOption, createCase, saveFigures } from "@/lib/business-cases/mutations";
import { chooseSchema, decideCaseSchema, figuresSchema, settingsSchema } from "@/lib/business-cases/schema";
import { db } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { sampleEngagements } from "./content/engagements";
import { idOf, memberOf, must, type Sample } from "./context";

const YEARS = 5;

/** Cost today against what the vendor asks: the engagement's value is the vendor's charge of a full year. */
function figuresFor(value: string, optionIds: { keep: string; outsource: string }) {
  const charge = d(value);
  const years = (amount: (year: number) => string | null) => Array.from({ length: YEARS }, (_, year) => amount(year));
  const grown = (base: string, percent: string) =>
    years((year) =>
      d(base)
        .times(d(1).plus(d(percent).dividedBy(100)).pow(year))
        .toFixed(0),
    );
  const line = (category: string, name: string, amounts: (string | null)[]) => ({ category, name, amounts });
  const today = charge.times("1.34").toFixed(0);
  return figuresSchema.parse({
    options: [
      {
        id: optionIds.keep,
        name: "Keep as it is",
        kind: "keep",
        vendorModel: "none",
        lines: [line("currentCost", "Cost today", grown(today, "3"))],
      },
      {
        id: optionIds.outsource,
        name: "Outsource nearshore",
        kind: "outsourceNearshore",
        lines: [
          line("vendorCharges", "Vendor charges", grown(charge.toFixed(0), "1.5")),
          line("retainedOrganization", "Retained organization", grown(charge.times("0.11").toFixed(0), "3")),
          line(
            "transition",
            "Transition, one-off",
            years((year) => (year === 0 ? charge.times("0.18").toFixed(0) : null)),
          ),
        ],
      },
      {
        id: null,
        name: "Improve in-house",
        kind: "improve",
        vendorModel: "none",
        lines: [
          line(
            "currentCost",
            "Cost after improvement",
            years((year) =>
              d(today)
                .times(year === 0 ? "1" : "0.93")
                .toFixed(0),
            ),
          ),
          line(
            "technology",
            "Automation",
            years((year) => (year === 0 ? charge.times("0.25").toFixed(0) : charge.times("0.03").toFixed(0))),
          ),
        ],
      },
    ],
  });
}

/** A case for each engagement past its assessment, approved; one that waits for the executive. */
export async function seedBusinessCases(sample: Sample): Promise<void> {
  const firstYear = sample.today.year;
  for (const engagement of sampleEngagements) {
    if (engagement.key === "tax" || engagement.stage === "closed") continue;
    const isRunning = ["operate", "exit", "closed"].includes(engagement.stage);
    const preparer = memberOf(sample, engagement.owner);
    const engagementId = idOf(sample.engagements, engagement.key);
    const settings = settingsSchema.parse({
      currency: "EUR",
      discountRate: "8",
      convention: "t0",
      firstYear: isRunning ? firstYear - 2 : firstYear,
      years: YEARS,
      assumptions: "Volumes as in the inventory; wages rise by 3 % a year, the vendor's prices by 1.5 %.",
    });
    const made = must(await createCase(preparer, engagementId, settings));
    const options = await db.businessCaseOption.findMany({
      where: { businessCaseId: made.id },
      select: { id: true, kind: true },
    });
    const idOfKind = (isKeep: boolean) => options.find((option) => (option.kind === "keep") === isKeep)?.id ?? "";
    const figures = figuresFor(engagement.value, { keep: idOfKind(true), outsource: idOfKind(false) });
    const saved = must(await saveFigures(preparer, made, figures));
    const reason = "The saving outweighs the one-off cost in the second year, and the people are needed elsewhere.";
    const chosen = must(await chooseOption(preparer, saved, chooseSchema.parse({ optionId: idOfKind(false), reason })));
    const submitted = must(await submitCase(preparer, chosen));
    if (engagement.key === "content") continue;
    must(
      await decideCase(
        memberOf(sample, "edgar"),
        submitted,
        decideCaseSchema.parse({ isApproved: true, reason: "Agreed as presented." }),
      ),
    );
  }
}
