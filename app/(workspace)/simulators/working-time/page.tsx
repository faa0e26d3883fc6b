import type { Metadata } from "next";
import { SimulatorPage } from "@/components/simulations/simulator-page";
import { WorkingTimeSimulator } from "@/components/simulations/working-time-simulator";
import { requireMember } from "@/lib/access/session";
import { simulateWorkingTime } from "@/lib/shared/working-time/simulate";
import { workingTimeSimulationSchema } from "@/lib/shared/working-time/simulation-schema";
import { titleOf } from "@/lib/simulations/catalogue";
import { workingTimeExample } from "@/lib/simulations/examples";
import { runSimulation } from "@/lib/simulations/run";
import { decodeShared } from "@/lib/simulations/share";

export const metadata: Metadata = { title: titleOf("working-time") };

type Props = { searchParams: Promise<{ in?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  await requireMember("simulation:run");
  const initial = decodeShared(workingTimeSimulationSchema, (await searchParams).in) ?? workingTimeExample;
  const first = runSimulation(workingTimeSimulationSchema, simulateWorkingTime, initial);
  return (
    <SimulatorPage name="working-time">
      <WorkingTimeSimulator initial={initial} first={first} />
    </SimulatorPage>
  );
}
