import type { Metadata } from "next";
import { EvaluationSimulator } from "@/components/simulations/evaluation-simulator";
import { SimulatorPage } from "@/components/simulations/simulator-page";
import { requireMember } from "@/lib/access/session";
import { titleOf } from "@/lib/simulations/catalogue";
import { evaluationExample } from "@/lib/simulations/examples";
import { decodeShared } from "@/lib/simulations/share";
import { evaluationSimulationSchema } from "@/lib/sourcing/simulation-schema";

export const metadata: Metadata = { title: titleOf("evaluation") };

type Props = { searchParams: Promise<{ in?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const member = await requireMember("simulation:run");
  const initial = decodeShared(evaluationSimulationSchema, (await searchParams).in) ?? evaluationExample;
  return (
    <SimulatorPage name="evaluation">
      <EvaluationSimulator initial={initial} locale={member.locale} />
    </SimulatorPage>
  );
}
