import { BellOff, CheckCheck } from "lucide-react";
import { Button, LinkButton } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Badge } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { markAllRead, markOneRead } from "@/lib/notifications/actions";
import type { Reader } from "@/lib/shared/format";

type Notification = { id: string; title: string; body: string; href: string; readAt: Date | null; createdAt: Date };
type Props = { rows: readonly Notification[]; reader: Reader; nextHref: string | null; isFirstPage: boolean };

export function NotificationList({ rows, reader, nextHref, isFirstPage }: Props) {
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState icon={<BellOff aria-hidden />} title={isFirstPage ? "Nothing yet" : "Nothing older"}>
          What needs you will show here: decisions, questions, deadlines.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <CardHeader
        title="Newest first"
        action={
          <form action={markAllRead}>
            <Button type="submit" variant="quiet" size="sm" icon={<CheckCheck aria-hidden />}>
              Mark all as read
            </Button>
          </form>
        }
      />
      <ul>
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-start gap-x-4 gap-y-1 border-line border-b px-4 py-3 last:border-b-0"
          >
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <TextLink href={row.href} className={row.readAt ? "" : "font-medium"}>
                  {row.title}
                </TextLink>
                {row.readAt ? null : <Badge tone="accent">New</Badge>}
              </p>
              {row.body ? <p className="text-pretty text-ink-2">{row.body}</p> : null}
              <p className="text-ink-3 text-xs">
                <InstantText instant={row.createdAt} reader={reader} />
              </p>
            </div>
            {row.readAt ? null : (
              <form action={markOneRead}>
                <input type="hidden" name="id" value={row.id} />
                <Button type="submit" variant="quiet" size="sm" aria-label={`Mark as read: ${row.title}`}>
                  Mark as read
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {nextHref ? (
        <CardFooter>
          <LinkButton href={nextHref}>Older</LinkButton>
        </CardFooter>
      ) : null}
    </Card>
  );
}
