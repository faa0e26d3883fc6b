/** What is written of a signal: enough to say in a sentence what is wrong. */
type Spoken = { key: string; label: string; value: string };

function counted(value: string, one: string, many: string): string {
  return value === "1" ? `1 ${one}` : `${value} ${many}`;
}

const SENTENCES: Record<string, (value: string) => string> = {
  belowMinimum: (value) =>
    counted(value, "service level is below its minimum", "service levels are below their minimum"),
  criticalBelowMinimum: (value) =>
    counted(value, "critical service level is below its minimum", "critical service levels are below their minimum"),
  trend: (value) => `Attainment fell by ${value} over three periods`,
  severeIssues: (value) => counted(value, "severe issue is open", "severe issues are open"),
  overdueTasks: (value) => counted(value, "transition task is overdue", "transition tasks are overdue"),
  overdueActions: (value) => counted(value, "action is overdue", "actions are overdue"),
  satisfaction: (value) => `Satisfaction of the business users is ${value}`,
  budget: (value) => `Charges are ${value} over the business case`,
  renewal: (value) =>
    value.startsWith("-")
      ? `The last safe day to decide on the renewal passed ${counted(value.slice(1), "day", "days")} ago`
      : `${counted(value, "day is", "days are")} left to decide on the renewal`,
  watermelon: () => "Service levels are met while satisfaction falls",
};

/** A signal that is not fine, in a sentence. */
export function saySignal({ key, label, value }: Spoken): string {
  return SENTENCES[key]?.(value) ?? `${label}: ${value}`;
}
