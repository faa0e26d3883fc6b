import { Calculator, CalendarClock, ChartLine, ReceiptText, Scale } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Card, CardBody } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Page, TileGrid } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";
import { type SimulatorName, simulators } from "@/lib/simulations/catalogue";

export const metadata: Metadata = { title: "Simulators" };

const ICONS: Record<SimulatorName, typeof Scale> = {
  evaluation: Scale,
  "service-credits": Calculator,
  "business-case": ChartLine,
  charges: ReceiptText,
  "working-time": CalendarClock,
};

export default async function SimulatorsPage() {
  await requireMember("simulation:run");
  return (
    <Page>
      <PageHeader
        title="Simulators"
        subline="Try out a rule on values of your own. The same functions as everywhere in Steward; nothing is stored."
      />
      <TileGrid>
        {simulators.map(({ name, title, question }) => {
          const Icon = ICONS[name];
          return (
            <Card key={name} className="relative hover:border-line-strong">
              <CardBody className="grid gap-2">
                <Icon aria-hidden className="text-accent" />
                <h2 className="font-semibold text-lg">
                  <Link href={`/simulators/${name}`} className="after:absolute after:inset-0 after:rounded-lg">
                    {title}
                  </Link>
                </h2>
                <p className="text-pretty text-ink-2">{question}</p>
              </CardBody>
            </Card>
          );
        })}
      </TileGrid>
    </Page>
  );
}
