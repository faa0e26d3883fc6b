import Link from "next/link";
import type { AssessmentView } from "@/lib/processes/assessments/schema";
import { isAnswer } from "@/lib/processes/rules/suitability";

/** Questions down, processes across: where the answers differ is where they differ. */
export function CompareTable({ assessments }: { assessments: readonly AssessmentView[] }) {
  const criteria = [
    ...new Map(assessments.flatMap((each) => each.criteria.map((one) => [one.key, one] as const))).values(),
  ];
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Answers side by side"
      className="scroll-box -outline-offset-2 relative overflow-x-auto rounded-b-lg"
    >
      <table className="w-full text-sm">
        <caption className="sr-only">Answers from 1 to 5, by question and process</caption>
        <thead>
          <tr className="border-line border-b align-bottom text-xs">
            <th scope="col" className="px-4 py-2 text-left font-medium text-ink-2">
              Question
            </th>
            {assessments.map((each) => (
              <th key={each.id} scope="col" className="min-w-24 px-3 py-2 text-right font-medium">
                <Link
                  href={`/processes/${each.process.id}/assessments/${each.id}`}
                  className="inline-block min-h-6 hover:text-accent hover:underline"
                >
                  {each.process.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion.key} className="border-line not-last:border-b">
              <th scope="row" className="min-w-44 px-4 py-2 text-left font-normal">
                {criterion.name}
                {criterion.isReversed ? <span className="block text-ink-3 text-xs">high speaks against</span> : null}
              </th>
              {assessments.map((each) => {
                const answer = each.answers[criterion.key];
                return (
                  <td key={each.id} className="tabular px-3 py-2 text-right" title={each.notes[criterion.key]}>
                    {isAnswer(answer) ? answer : "—"}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
