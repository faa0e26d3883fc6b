import Link from "next/link";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { ToneIcon } from "@/components/ui/status";
import { QuietLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/shared/format";
import type { HomeSection } from "@/lib/workspace/home/row";

/** One part of Home: what waits, each line leading to its record. */
export function HomeCard({ section, reader }: { section: HomeSection; reader: Reader }) {
  return (
    <Card>
      <CardHeader
        title={section.title}
        action={section.rows.length > 0 && section.allHref ? <QuietLink href={section.allHref}>All</QuietLink> : null}
      />
      {section.rows.length === 0 ? <p className="px-4 py-4 text-ink-2">{section.empty}</p> : null}
      {section.rows.map((row) => (
        <CardRow
          key={row.key}
          icon={<ToneIcon tone={row.tone} />}
          sub={
            <>
              {row.sub}
              {row.instant ? (
                <>
                  {" "}
                  <InstantText instant={row.instant} reader={reader} />
                </>
              ) : null}
            </>
          }
        >
          <Link href={row.href} className="font-medium hover:text-accent">
            {row.title}
          </Link>
        </CardRow>
      ))}
    </Card>
  );
}
