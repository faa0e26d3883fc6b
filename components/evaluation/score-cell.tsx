"use client";

import { useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { IDLE } from "@/lib/shared/action-state";
import { saveScoreAction } from "@/lib/sourcing/evaluation/actions";

const SCORES = Array.from({ length: 11 }, (_, index) => String(index / 2));
const WAIT_MS = 700;

type ScoreCellProps = {
  bidId: string;
  bidder: string;
  criterionId: string;
  score: string;
  comment: string;
  isLocked: boolean;
};
type State = { kind: "idle" | "saving" | "saved" } | { kind: "failed"; message: string };
const WORDS = { idle: "", saving: "Saving…", saved: "Saved" } as const;

function needsWords(score: string): boolean {
  return score === "5" || (score !== "" && Number(score) <= 1);
}

/** One's own score of one bid under one criterion, saved as it is given. */
export function ScoreCell({ bidId, bidder, criterionId, isLocked, ...given }: ScoreCellProps) {
  const [score, setScore] = useState(given.score);
  const [comment, setComment] = useState(given.comment);
  const [state, setState] = useState<State>({ kind: "idle" });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ score, comment });

  async function save() {
    const sent = latest.current;
    if (sent.score === "") return;
    setState({ kind: "saving" });
    const form = new FormData();
    for (const [name, value] of Object.entries({ bidId, criterionId, ...sent })) form.set(name, value);
    const answer = await saveScoreAction(IDLE, form).catch(() => null);
    if (latest.current !== sent) return;
    if (answer?.status === "done") setState({ kind: "saved" });
    else {
      const message = answer?.status === "refused" ? answer.message : "No connection. Change it again to retry.";
      setState({ kind: "failed", message });
    }
  }

  function change(next: { score: string; comment: string }) {
    latest.current = next;
    setScore(next.score);
    setComment(next.comment);
    clearTimeout(timer.current);
    timer.current = setTimeout(save, WAIT_MS);
  }

  return (
    <div className="grid gap-2">
      <Field name={`score-${bidId}`} label={`Score of ${bidder}`} required>
        <Select
          value={score}
          disabled={isLocked}
          placeholder="0 to 5"
          onChange={(event) => change({ score: event.target.value, comment })}
          options={SCORES.map((value) => ({ value, label: value }))}
        />
      </Field>
      <Field name={`comment-${bidId}`} label="Comment" required={needsWords(score)}>
        <Textarea
          rows={2}
          value={comment}
          disabled={isLocked}
          onChange={(event) => change({ score, comment: event.target.value })}
        />
      </Field>
      <p role="status" className={state.kind === "failed" ? "text-bad text-sm" : "min-h-5 text-ink-3 text-xs"}>
        {state.kind === "failed"
          ? state.message
          : comment !== "" && score === ""
            ? "Choose a score: the comment is kept with it."
            : needsWords(score) && comment.trim() === ""
              ? "0, 1 and 5 need a comment before you can lock."
              : WORDS[state.kind]}
      </p>
    </div>
  );
}
