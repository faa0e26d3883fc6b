import { CalendarX, Pencil, Plus } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { endPart } from "@/lib/agreements/draft-actions";

export type Part = { key: string; label: string; mayEnd: boolean };
type Props = {
  title: string;
  parts: readonly Part[];
  href: (key: string) => string;
  /** Left out where nothing new can be added on its own. */
  newHref?: string;
  newLabel?: string;
  fields: Record<string, string | number>;
  what: "chargeLine" | "serviceLevel" | "kpi";
};

/** Which of the parts is written anew or ended, or that a new one is added. */
export function PartChooser({ title, parts, href, newHref, newLabel = "Add", fields, what }: Props) {
  return (
    <Card>
      <CardHeader title={title} />
      {parts.map(({ key, label, mayEnd }) => (
        <CardRow
          key={key}
          action={
            <span className="flex flex-wrap gap-2">
              <LinkButton size="sm" href={href(key)} icon={<Pencil aria-hidden />}>
                Change {key}
              </LinkButton>
              {mayEnd ? (
                <ActionButton
                  action={endPart}
                  fields={{ ...fields, what, key }}
                  size="sm"
                  icon={<CalendarX aria-hidden />}
                >
                  End {key}
                </ActionButton>
              ) : null}
            </span>
          }
        >
          {label}
        </CardRow>
      ))}
      {newHref ? (
        <CardBody>
          <LinkButton href={newHref} icon={<Plus aria-hidden />}>
            {newLabel}
          </LinkButton>
        </CardBody>
      ) : null}
    </Card>
  );
}
