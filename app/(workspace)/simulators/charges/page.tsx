import type { Metadata } from "next";
import { ChargesSimulator } from "@/components/simulations/charges-simulator";
import { SimulatorPage } from "@/components/simulations/simulator-page";
import { requireMember } from "@/lib/access/session";
import { chargeSimulationSchema } from "@/lib/charges/simulation-schema";
import { titleOf } from "@/lib/simulations/catalogue";
import { chargesExample } from "@/lib/simulations/examples";
import { decodeShared } from "@/lib/simulations/share";

export const metadata: Metadata = { title: titleOf("charges") };

type Props = { searchParams: Promise<{ in?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const member = await requireMember("simulation:run");
  const initial = decodeShared(chargeSimulationSchema, (await searchParams).in) ?? chargesExample;
  return (
    <SimulatorPage name="charges">
      <ChargesSimulator initial={initial} locale={member.locale} />
    </SimulatorPage>
  );
}
