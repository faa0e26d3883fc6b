import type { Metadata } from "next";
import { BusinessCaseSimulator } from "@/components/simulations/business-case-simulator";
import { SimulatorPage } from "@/components/simulations/simulator-page";
import { requireMember } from "@/lib/access/session";
import { businessCaseSimulationSchema } from "@/lib/business-cases/simulation-schema";
import { titleOf } from "@/lib/simulations/catalogue";
import { businessCaseExample } from "@/lib/simulations/examples";
import { decodeShared } from "@/lib/simulations/share";

export const metadata: Metadata = { title: titleOf("business-case") };

type Props = { searchParams: Promise<{ in?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const member = await requireMember("simulation:run");
  const initial = decodeShared(businessCaseSimulationSchema, (await searchParams).in) ?? businessCaseExample;
  return (
    <SimulatorPage name="business-case">
      <BusinessCaseSimulator initial={initial} locale={member.locale} />
    </SimulatorPage>
  );
}
