import type { ReactNode } from "react";
import { Dash } from "./dash";

export type Fact = { label: ReactNode; value: ReactNode };

/** Names at the left, values at the right; a value that is missing shows a dash. */
export function KeyFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,38%)_1fr] gap-x-3 gap-y-2 px-4 py-3.5">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is written down in one piece and never reordered
        <div key={index} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{fact.label}</dt>
          <dd className="min-w-0 break-words">{fact.value ?? <Dash />}</dd>
        </div>
      ))}
    </dl>
  );
}
