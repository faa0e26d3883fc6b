import clsx from "clsx";
import type { ReactNode } from "react";
import { LinkButton } from "./button";
import { Card, CardHeader, CardRow } from "./card";
import { ToneIcon } from "./status";
import type { Tone } from "./tone";

export type CalloutReason = {
  key: string;
  tone: Tone;
  icon?: ReactNode;
  children: ReactNode;
  sub?: ReactNode;
  href?: string;
  open?: string;
};

/** "Why it is red": a sentence with the figure, and the way to the thing. */
export function Callout({
  title,
  action,
  reasons,
}: {
  title: ReactNode;
  action?: ReactNode;
  reasons: readonly CalloutReason[];
}) {
  return (
    <Card>
      <CardHeader title={title} action={action} />
      {reasons.map((reason) => (
        <CardRow
          key={reason.key}
          icon={reason.icon ?? <ToneIcon tone={reason.tone} />}
          sub={reason.sub}
          action={reason.href ? <LinkButton href={reason.href}>{reason.open ?? "Open"}</LinkButton> : null}
        >
          {reason.children}
        </CardRow>
      ))}
    </Card>
  );
}

const NOTE: Record<Tone, string> = {
  good: "bg-good-soft",
  warn: "bg-warn-soft",
  bad: "bg-bad-soft",
  neutral: "bg-sunken",
  accent: "bg-accent-soft",
};

/** One coloured line above a table or form: a deadline, a lock, a hint. */
export function Note({ tone = "neutral", children, action }: { tone?: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={clsx("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-3 py-2.5", NOTE[tone])}>
      <ToneIcon tone={tone} className="mt-0.5" />
      <div className="min-w-0 flex-1 text-pretty">{children}</div>
      {action}
    </div>
  );
}
