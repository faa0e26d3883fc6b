import { TimeAxis } from "@/components/charts/time-axis";
import { Card, CardHeader } from "@/components/ui/card";
import type { Tone } from "@/components/ui/tone";
import type { PortfolioContent } from "@/lib/portfolio/content";
import { formatDate, type Reader } from "@/lib/shared/format";

type Props = {
  renewals: PortfolioContent["renewals"];
  reader: Reader;
  today: string;
  until: string;
  ticks: { day: string; label: string }[];
};

function toneOf(decideBy: string, today: string, soon: string): Tone {
  if (decideBy < today) return "bad";
  return decideBy <= soon ? "warn" : "neutral";
}

/** Contracts by the last safe day to decide, not by their end: after it the choice is gone. */
export function RenewalsCard({ renewals, reader, today, until, ticks }: Props) {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + 90 * 86_400_000).toISOString().slice(0, 10);
  return (
    <Card>
      <CardHeader title="Renewals" sub="By the last safe day to decide" />
      {renewals.length === 0 ? (
        <p className="px-4 py-6 text-ink-2">No running contract ends within 30 months.</p>
      ) : (
        <TimeAxis
          label="Renewals by last safe decision date"
          from={today}
          to={until}
          ticks={ticks}
          marks={renewals.slice(0, 12).map((renewal) => ({
            key: renewal.contractId,
            label: renewal.title,
            day: renewal.decideBy,
            when: formatDate(renewal.decideBy, reader),
            sub: `${renewal.code} · ${renewal.vendor} · ends ${formatDate(renewal.endDate, reader)}`,
            tone: toneOf(renewal.decideBy, today, soon),
            href: `/contracts/${renewal.contractId}`,
          }))}
        />
      )}
    </Card>
  );
}
