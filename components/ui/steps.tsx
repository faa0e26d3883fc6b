import type { ReactNode } from "react";
import { type Step, shortenDecimals } from "@/lib/shared/steps";

type StepsProps = {
  steps: readonly Step[];
  /** The result as its own last line, in bold. */
  total?: { label: string; value: string };
  /** The clause the calculation comes from, the version of the rule. */
  note?: ReactNode;
};

/** The working of a figure, as lines one can read aloud. */
export function Steps({ steps, total, note }: StepsProps) {
  return (
    <div className="text-ink">
      <ol className="grid gap-2.5 px-4 py-3.5">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the calculation
          <li key={index} className="flex flex-wrap items-baseline justify-between gap-x-2">
            <span className="min-w-0">
              {shortenDecimals(step.label)}
              {step.source ? <span className="block text-ink-3 text-xs">{step.source}</span> : null}
            </span>
            {/* A long working takes the line below its label instead of leaving the card. */}
            <span className="tabular ml-auto max-w-full text-right">{shortenDecimals(step.value)}</span>
          </li>
        ))}
      </ol>
      {total || note ? (
        <div className="border-line border-t px-4 py-3">
          {total ? (
            <p className="flex items-baseline justify-between gap-4 font-semibold">
              <span>{total.label}</span>
              <span className="tabular text-right">{shortenDecimals(total.value)}</span>
            </p>
          ) : null}
          {note ? <p className="mt-2 text-pretty text-ink-3 text-sm">{note}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

/** "Show the calculation": opens in place, also on paper and without script. */
export function StepsDisclosure({ label = "Show the calculation", ...steps }: StepsProps & { label?: string }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-6 items-center rounded text-ink-2 text-sm underline decoration-line-strong underline-offset-3 hover:text-ink">
        {label}
      </summary>
      <div className="mt-2 rounded-md border border-line bg-surface">
        <Steps {...steps} />
      </div>
    </details>
  );
}
