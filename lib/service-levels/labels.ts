import type { Aggregate, DurationUnit, Operator, TimeField } from "./kpi-schema";
import type { Attainment } from "./rules/attainment";
import type { PeriodState } from "./rules/period-states";

type Tone = "good" | "warn" | "bad" | "neutral" | "accent";
type Label = { label: string; tone: Tone };
type Option<Value extends string> = { value: Value; label: string };

function optionsOf<Value extends string>(labels: Record<Value, string>): Option<Value>[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

export const attainmentLabels: Record<Attainment, Label> = {
  met: { label: "Met", tone: "good" },
  belowExpected: { label: "Below expected", tone: "warn" },
  belowMinimum: { label: "Below minimum", tone: "bad" },
  missing: { label: "Missing", tone: "neutral" },
  insufficientVolume: { label: "Too few cases", tone: "neutral" },
  excused: { label: "Excused", tone: "accent" },
  grace: { label: "Grace period", tone: "accent" },
};
export const attainmentOptions = optionsOf(
  Object.fromEntries(Object.entries(attainmentLabels).map(([key, { label }]) => [key, label])) as Record<
    Attainment,
    string
  >,
);

export const periodStateLabels: Record<PeriodState, Label> = {
  open: { label: "Open", tone: "neutral" },
  reported: { label: "To verify", tone: "accent" },
  verified: { label: "Verified", tone: "good" },
  disputed: { label: "Disputed", tone: "warn" },
  locked: { label: "Locked", tone: "neutral" },
};
export const periodStateOptions = optionsOf<PeriodState>({
  open: "Open",
  reported: "To verify",
  verified: "Verified",
  disputed: "Disputed",
  locked: "Locked",
});

export const creditStateLabels: Record<"calculated" | "agreed" | "applied" | "settled", Label> = {
  calculated: { label: "Calculated", tone: "neutral" },
  agreed: { label: "Agreed", tone: "accent" },
  applied: { label: "Applied", tone: "accent" },
  settled: { label: "Settled", tone: "good" },
};
export const creditStateOptions = optionsOf({
  calculated: "Calculated",
  agreed: "Agreed",
  applied: "Applied to an invoice",
  settled: "Settled",
});

export const restatementStateLabels: Record<"proposed" | "accepted" | "disputed" | "withdrawn", Label> = {
  proposed: { label: "Proposed", tone: "warn" },
  accepted: { label: "Accepted", tone: "good" },
  disputed: { label: "Disputed", tone: "bad" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
};
export const exclusionStateLabels: Record<"requested" | "approved" | "rejected", Label> = {
  requested: { label: "Requested", tone: "warn" },
  approved: { label: "Approved", tone: "good" },
  rejected: { label: "Rejected", tone: "neutral" },
};
export const exclusionKindLabels = {
  clientCaused: "Caused by the client",
  forceMajeure: "Force majeure",
  plannedMaintenance: "Planned maintenance",
  volumeOutsideBand: "Volume outside the band",
} as const;
export const exclusionKindOptions = optionsOf(exclusionKindLabels);

export const measurementSourceLabels = {
  vendor: "the vendor",
  client: "the client",
  caseLog: "the case log",
  api: "a program",
} as const;
export const measurementSourceOptions = optionsOf({
  vendor: "Vendor",
  client: "Client",
  caseLog: "Case log",
  api: "Program",
});

export const classLabels = { critical: "Critical", key: "Key" } as const;
export const classOptions = optionsOf(classLabels);
export const directionOptions = optionsOf({ higher: "Higher is better", lower: "Lower is better" });
export const methodLabels = {
  reported: "Reported value",
  ratio: "Numerator and denominator",
  caseLog: "Computed from the case log",
} as const;
export const methodOptions = optionsOf(methodLabels);

export const timeFieldLabels: Record<TimeField, string> = {
  opened: "Opened",
  firstResponse: "First response",
  resolved: "Resolved",
  closed: "Closed",
};
export const timeFieldOptions = optionsOf(timeFieldLabels);
export const unitOptions = optionsOf<DurationUnit>({
  seconds: "Seconds",
  minutes: "Minutes",
  hours: "Hours",
  days: "Days",
});
export const operatorLabels: Record<Operator, string> = {
  equals: "is",
  notEquals: "is not",
  in: "is one of",
  contains: "contains",
  startsWith: "starts with",
  isEmpty: "is empty",
  isNotEmpty: "is not empty",
  lessThan: "less than",
  atMost: "at most",
  atLeast: "at least",
  greaterThan: "more than",
};
export const operatorOptions = optionsOf(operatorLabels);
export const aggregateOptions = optionsOf<Aggregate["type"]>({
  share: "Share of cases that meet a condition",
  count: "Number of cases",
  sum: "Sum",
  mean: "Mean",
  median: "Median",
  percentile: "Percentile",
});
export const percentileMethodOptions = optionsOf({
  nearestRank: "Nearest rank",
  linear: "Linear interpolation",
});
export const schemeOptions = optionsOf({
  pool: "Pool: share of the amount at risk",
  points: "Points by bands",
  tiers: "Tiers: percent of charges by bands",
  gap: "Gap: percent of charges for the distance",
});
export const importStateLabels: Record<"queued" | "running" | "done" | "failed" | "cancelled", Label> = {
  queued: { label: "Waiting", tone: "neutral" },
  running: { label: "Running", tone: "accent" },
  done: { label: "Imported", tone: "good" },
  failed: { label: "Refused", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};
