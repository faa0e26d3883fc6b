import { FileSignature, Plus, Ruler } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { KpiCard } from "@/components/service-levels/kpi-card";
import { PointsTableForm } from "@/components/service-levels/points-table-form";
import { readBoardContract } from "@/components/service-levels/read-board";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFacts } from "@/components/ui/key-facts";
import { RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { readContractOf } from "@/lib/contracts/read";
import { areTermsEditable, isRunning } from "@/lib/contracts/rules/states";
import { type ContractReadings, loadContractTerms, termText } from "@/lib/contracts/terms";
import { savePointsTable } from "@/lib/service-levels/actions";
import { findDefinitions } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Definitions" };

type Props = { params: Promise<{ id: string }> };

export default async function DefinitionsPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const record = await readContractOf(member, contract.id);
  const today = record?.today ?? "";
  const reader = await loadContractTerms(undefined, member.organizationId, contract.id);
  const agreed = reader?.on(today);
  const yearlyCap = describeYearlyCap(agreed ?? null, contract.currency);
  const definitions = await findDefinitions(member.organizationId, contract.id);
  const base = `/contracts/${contract.id}/service-levels`;
  // What was agreed in a running contract changes by amendments.
  const isFree = record !== null && areTermsEditable(record.state);
  const mayWrite = isFree && may(member, "serviceLevel:write");
  const create = mayWrite ? (
    <LinkButton variant="primary" href={`${base}/definitions/kpis/new`} icon={<Plus aria-hidden />}>
      Define a KPI
    </LinkButton>
  ) : record && isRunning(record.state) && may(member, "contract:write") ? (
    <LinkButton
      variant="primary"
      href={`/contracts/${contract.id}/amendments/new`}
      icon={<FileSignature aria-hidden />}
    >
      New amendment
    </LinkButton>
  ) : null;
  const terms = (reader?.creditTermsOn(today) ?? {}) as { pointsTable?: [string, string][] };
  return (
    <BoardFrame
      contract={contract}
      tab="/definitions"
      title="Definitions"
      subline="What is measured, how, and what was agreed about it."
      actions={create}
    >
      {definitions.length === 0 ? (
        <EmptyState icon={<Ruler aria-hidden />} title="No KPIs yet" action={create}>
          A KPI says what is measured: a reported value, a ratio, or a figure computed from the case log. A service
          level then puts it under contract.
        </EmptyState>
      ) : (
        <RecordLayout
          side={
            <>
              <Card>
                <CardHeader title="Credits of the contract" />
                <KeyFacts
                  facts={[
                    {
                      label: "At risk",
                      value: `${termText(agreed?.atRiskPercent.value ?? "0")} % of the month's charges`,
                    },
                    {
                      label: "Yearly cap",
                      value: yearlyCap,
                    },
                    { label: "Months by", value: contract.timeZone },
                  ]}
                />
              </Card>
              <PointsTableForm
                action={savePointsTable}
                fields={{ contractId: contract.id }}
                rows={terms.pointsTable ?? []}
                mayWrite={mayWrite}
              />
            </>
          }
        >
          {definitions.map((kpi) => (
            <KpiCard
              key={kpi.id}
              kpi={kpi}
              base={base}
              mayWrite={mayWrite}
              mayReport={may(member, "measurement:report")}
              reader={member}
            />
          ))}
        </RecordLayout>
      )}
    </BoardFrame>
  );
}

function describeYearlyCap(agreed: ContractReadings | null, currency: string): string {
  const [percent, amount] = [agreed?.yearlyCapPercent.value, agreed?.yearlyCapAmount.value].map((value) =>
    termText(value ?? null),
  );
  if (agreed?.yearlyCapBasis.value === "amount") return amount === "" ? "none" : `${amount} ${currency}`;
  if (!percent) return "none";
  return agreed?.yearlyCapBasis.value === "chargesToDate"
    ? `${percent} % of the year's charges so far`
    : `${percent} % of the planned year`;
}
