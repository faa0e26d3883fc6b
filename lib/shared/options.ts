export type LabelledOption = { value: string; label: string };

/** The entries of a table of labels, in its order, as a select or a filter wants them. */
export function toOptions<Value extends string>(labels: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
