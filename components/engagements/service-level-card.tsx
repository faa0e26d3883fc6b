import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { Sparkline } from "@/components/ui/sparkline";
import { Status } from "@/components/ui/status";
import { QuietLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { LevelRow } from "@/lib/engagements/overview";
import type { Reader } from "@/lib/shared/format";

const STATUS: Record<string, { word: string; tone: Tone }> = {
  met: { word: "Met", tone: "good" },
  belowExpected: { word: "Below expected", tone: "warn" },
  belowMinimum: { word: "Below minimum", tone: "bad" },
  missing: { word: "Missing", tone: "neutral" },
  insufficientVolume: { word: "Too few cases", tone: "neutral" },
  excused: { word: "Excused", tone: "neutral" },
  grace: { word: "Grace period", tone: "neutral" },
};

type ServiceLevelCardProps = { levels: LevelRow[]; reader: Reader; boardHref?: string; empty: ReactNode };

export function ServiceLevelCard({ levels, reader, boardHref, empty }: ServiceLevelCardProps) {
  const toNumber = (text: string | null) => (text === null ? null : Number(text));
  return (
    <Card>
      <CardHeader title="Service levels" action={boardHref ? <QuietLink href={boardHref}>Board</QuietLink> : null} />
      <DataTable
        caption="Service levels of this engagement"
        rows={levels}
        rowKey={(level) => level.id}
        rowHref={(level) => `/contracts/${level.contractId}/service-levels`}
        empty={empty}
        columns={[
          {
            key: "name",
            header: "Service level",
            cell: (level) => (level.direction === "lower" ? `${level.name} (lower is better)` : level.name),
          },
          {
            key: "expected",
            header: "Expected",
            align: "right",
            cell: (level) => <DecimalText value={level.expected} reader={reader} unit={level.unit} />,
          },
          {
            key: "minimum",
            header: "Minimum",
            align: "right",
            cell: (level) => <DecimalText value={level.minimum} reader={reader} unit={level.unit} />,
          },
          {
            key: "value",
            header: "Last month",
            align: "right",
            strong: true,
            cell: (level) => (
              <DecimalText
                value={level.value}
                reader={reader}
                unit={level.unit}
                {...(level.value && (level.value.split(".")[1]?.length ?? 0) > 2 ? { decimals: 2 } : {})}
              />
            ),
          },
          {
            key: "history",
            header: "Last 13 months",
            cell: (level) => (
              <Sparkline
                values={level.history.map((point) => toNumber(point.value))}
                direction={level.direction}
                expected={Number(level.expected)}
                minimum={Number(level.minimum)}
                label={`${level.name} over ${level.history.length} months`}
              />
            ),
          },
          {
            key: "status",
            header: "Status",
            cell: (level) => {
              const shown = STATUS[level.status ?? "missing"] ?? { word: "Missing", tone: "neutral" as const };
              return <Status tone={shown.tone}>{shown.word}</Status>;
            },
          },
        ]}
      />
    </Card>
  );
}
