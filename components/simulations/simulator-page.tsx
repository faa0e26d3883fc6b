import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { type SimulatorName, simulators } from "@/lib/simulations/catalogue";

/** Header and width of every simulator. */
export function SimulatorPage({ name, children }: { name: SimulatorName; children: ReactNode }) {
  const simulator = simulators.find((each) => each.name === name);
  const title = simulator?.title ?? name;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Simulators", href: "/simulators" }, { label: title }]}
        title={title}
        subline={simulator?.question}
      />
      {children}
    </Page>
  );
}
