import type { Metadata } from "next";
import { ServiceCreditSimulator } from "@/components/simulations/service-credit-simulator";
import { SimulatorPage } from "@/components/simulations/simulator-page";
import { requireMember } from "@/lib/access/session";
import { serviceCreditSimulationSchema } from "@/lib/service-levels/simulation-schema";
import { titleOf } from "@/lib/simulations/catalogue";
import { serviceCreditExample } from "@/lib/simulations/examples";
import { decodeShared } from "@/lib/simulations/share";

export const metadata: Metadata = { title: titleOf("service-credits") };

type Props = { searchParams: Promise<{ in?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const member = await requireMember("simulation:run");
  const initial = decodeShared(serviceCreditSimulationSchema, (await searchParams).in) ?? serviceCreditExample;
  return (
    <SimulatorPage name="service-credits">
      <ServiceCreditSimulator initial={initial} locale={member.locale} />
    </SimulatorPage>
  );
}
