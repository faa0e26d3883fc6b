import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { ToneIcon } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { stageLabels } from "@/lib/engagements/labels";
import type { listPassages } from "@/lib/engagements/queries";
import type { Reader } from "@/lib/shared/format";

type Passage = Awaited<ReturnType<typeof listPassages>>[number];

const TONES: Record<Passage["state"], Tone> = {
  requested: "accent",
  passed: "good",
  rejected: "bad",
  withdrawn: "neutral",
};
const WORDS: Record<Passage["state"], string> = {
  requested: "asked for",
  passed: "passed",
  rejected: "rejected",
  withdrawn: "taken back",
};

/** Every step between stages with what the gate showed at that moment. */
export function PassageCard({ passages, reader }: { passages: readonly Passage[]; reader: Reader }) {
  return (
    <Card>
      <CardHeader title="Steps between stages" />
      {passages.length === 0 ? <CardBody className="text-ink-3">None yet.</CardBody> : null}
      {passages.map((passage) => (
        <CardRow
          key={passage.id}
          icon={<ToneIcon tone={passage.waiverReason && passage.state === "passed" ? "warn" : TONES[passage.state]} />}
          sub={
            <>
              {WORDS[passage.state]} by {passage.decidedBy ?? passage.requestedBy},{" "}
              <InstantText instant={passage.decidedAt ?? passage.requestedAt} reader={reader} />
              {passage.reason ? <span className="block">“{passage.reason}”</span> : null}
              {passage.waiverReason ? <span className="block">Waiver: “{passage.waiverReason}”</span> : null}
              {passage.conditions.length > 0 ? (
                <details>
                  <summary className="min-h-6 underline decoration-line-strong underline-offset-3">
                    {passage.conditions.filter((one) => one.isMet).length} of {passage.conditions.length} conditions met
                  </summary>
                  <ul className="mt-1 grid gap-1">
                    {passage.conditions.map((condition) => (
                      <li key={condition.label}>
                        {condition.isMet ? "Met" : "Not met"}: {condition.label} ({condition.detail})
                      </li>
                    ))}
                  </ul>
                </details>
              ) : null}
            </>
          }
        >
          {stageLabels[passage.fromStage]} to {stageLabels[passage.toStage]}
        </CardRow>
      ))}
    </Card>
  );
}
