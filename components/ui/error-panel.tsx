import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "./card";

/** What went wrong, what is safe, what to do. */
export function ErrorPanel({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <div role="alert" className="flex gap-3 p-5">
        <CircleAlert aria-hidden className="mt-1 text-bad" />
        <div className="grid gap-2">
          <h1 className="font-semibold text-lg">{title}</h1>
          <div className="grid gap-2 text-pretty text-ink-2">{children}</div>
          {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
        </div>
      </div>
    </Card>
  );
}
