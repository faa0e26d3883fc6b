"use client";

import { useMemo, useRef } from "react";
import type { z } from "zod";
import type { Outcome } from "@/lib/shared/outcome";
import { runSimulation } from "@/lib/simulations/run";

type Simulation<Result> = {
  /** Of the values as they are, or of the last ones that were usable. */
  result: Result | null;
  isOld: boolean;
  errors: Record<string, string>;
};

/** Runs a rule on every change of its values; while a value is being typed the last good answer stays. */
export function useSimulation<Schema extends z.ZodType, Result>(
  schema: Schema,
  simulate: (input: z.output<Schema>) => Outcome<Result>,
  body: unknown,
): Simulation<Result> {
  const last = useRef<Result | null>(null);
  return useMemo(() => {
    const run = runSimulation(schema, simulate, body);
    if (run.ok) last.current = run.result;
    return { result: last.current, isOld: !run.ok, errors: run.ok ? {} : run.errors };
  }, [schema, simulate, body]);
}
