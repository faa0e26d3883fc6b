import type { ReactNode } from "react";
import { Card, CardBody } from "@/components/ui/card";

export function AuthCard({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <Card>
      <CardBody className="grid gap-4 p-5">
        <div className="grid gap-1">
          <h1 className="text-balance font-semibold text-title tracking-tight">{title}</h1>
          {intro ? <div className="text-pretty text-ink-2">{intro}</div> : null}
        </div>
        {children}
      </CardBody>
    </Card>
  );
}

/** A link that does not work (any more), and the way on. */
export function DeadLink({ title, children, action }: { title: string; children: ReactNode; action: ReactNode }) {
  return (
    <AuthCard title={title} intro={children}>
      <div className="flex flex-wrap gap-2">{action}</div>
    </AuthCard>
  );
}
