import type { z } from "zod";
import type { Outcome } from "@/lib/shared/outcome";

/** A simulator's answer, or what is wrong with its values by path (`bids.0.price`). */
export type SimulationRun<Result> = { ok: true; result: Result } | { ok: false; errors: Record<string, string> };

/** The same parsing and the same rule as the API, wherever it runs. */
export function runSimulation<Schema extends z.ZodType, Result>(
  schema: Schema,
  simulate: (input: z.output<Schema>) => Outcome<Result>,
  body: unknown,
): SimulationRun<Result> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= issue.message;
    return { ok: false, errors };
  }
  const outcome = simulate(parsed.data);
  if (outcome.ok) return { ok: true, result: outcome.value };
  const fields = Object.entries(outcome.fields ?? { "": [outcome.message] });
  return { ok: false, errors: Object.fromEntries(fields.map(([path, messages]) => [path, messages.join(" ")])) };
}
