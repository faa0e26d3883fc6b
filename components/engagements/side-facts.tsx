import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { QuietLink } from "@/components/ui/text-link";
import { objectiveLabels } from "@/lib/engagements/labels";
import type { findMainContract } from "@/lib/engagements/overview";
import type { ObjectiveRecord } from "@/lib/engagements/queries";
import { formatDate, formatDecimal, type Reader } from "@/lib/shared/format";

type Contract = NonNullable<Awaited<ReturnType<typeof findMainContract>>>;

const TYPES: Record<Contract["type"], string> = {
  fixedPrice: "Fixed price",
  timeAndMaterials: "Time and materials",
  performanceBased: "Performance based",
  mixed: "Mixed",
};

function renewalWords(contract: Contract): string {
  const months = contract.renewalMonths;
  if (contract.renewal === "none") return "no renewal";
  return `${contract.renewal === "tacit" ? "tacit renewal" : "renewal by option"}${months ? `, ${months} months` : ""}`;
}

function daysWords(days: number): string {
  if (days < 0) return `passed ${-days} ${days === -1 ? "day" : "days"} ago`;
  return days < 60 ? `in ${days} ${days === 1 ? "day" : "days"}` : `in ${Math.round(days / 30.4)} months`;
}

export function ContractFacts({ contract, reader }: { contract: Contract | null; reader: Reader }) {
  if (!contract) {
    return (
      <Card>
        <CardHeader title="Contract" />
        <CardBody className="text-ink-3">None yet. It comes out of the award.</CardBody>
      </Card>
    );
  }
  const { startDate, endDate, decideBy, daysToDecision } = contract;
  return (
    <Card>
      <CardHeader title="Contract" action={<QuietLink href={`/contracts/${contract.id}`}>{contract.code}</QuietLink>} />
      <KeyFacts
        facts={[
          { label: "Type", value: TYPES[contract.type] },
          {
            label: "Term",
            value: startDate && endDate ? `${formatDate(startDate, reader)} – ${formatDate(endDate, reader)}` : null,
          },
          {
            label: "Notice",
            value:
              contract.clientNoticeMonths === null
                ? null
                : `${contract.clientNoticeMonths} months, ${renewalWords(contract)}`,
          },
          {
            label: "Decide by",
            value:
              decideBy && daysToDecision !== null ? (
                <>
                  <DateText day={decideBy} reader={reader} />{" "}
                  <span className={daysToDecision < 60 ? "text-warn text-xs" : "text-ink-3 text-xs"}>
                    {daysWords(daysToDecision)}
                  </span>
                </>
              ) : null,
          },
          {
            label: "Delivery",
            value: [contract.deliveryLocations, contract.coverageHours].filter(Boolean).join(" · ") || null,
          },
          {
            label: "At risk",
            value: `${formatDecimal(contract.atRiskPercent, reader)} % of monthly charges`,
          },
        ]}
      />
    </Card>
  );
}

function unitText(value: string, unit: string, reader: Reader): string {
  return `${formatDecimal(value, reader)} ${unit}`;
}

/** Realised against target where it is known, else the target alone. */
export function objectiveText(objective: ObjectiveRecord, reader: Reader): string {
  const target = unitText(objective.target, objective.unit, reader);
  return objective.realised === null ? `target ${target}` : `${formatDecimal(objective.realised, reader)} of ${target}`;
}

export function ObjectiveFacts({
  objectives,
  href,
  reader,
}: {
  objectives: ObjectiveRecord[];
  href: string;
  reader: Reader;
}) {
  return (
    <Card>
      <CardHeader title="Objectives" action={<QuietLink href={href}>All</QuietLink>} />
      {objectives.length === 0 ? (
        <CardBody className="text-ink-3">None yet. Say what this is for and how it is measured.</CardBody>
      ) : (
        <KeyFacts
          facts={objectives.map((objective) => ({
            label: objectiveLabels[objective.kind],
            value: objectiveText(objective, reader),
          }))}
        />
      )}
    </Card>
  );
}
