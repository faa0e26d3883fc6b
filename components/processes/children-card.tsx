import { Plus } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { Badge, Status } from "@/components/ui/status";
import { QuietLink } from "@/components/ui/text-link";
import { type ProcessState, processStateLabels, processStateTones } from "@/lib/processes/labels";
import type { Reader } from "@/lib/shared/format";
import { RecommendationStatus } from "./recommendation-status";

export type ChildRow = {
  id: string;
  code: string;
  name: string;
  state: ProcessState;
  isCore: boolean;
  fullTimeEquivalents: string | null;
  costPerYear: string | null;
  score: string | null;
  recommendation: string | null;
};

type ChildrenCardProps = {
  parentId: string;
  parentCode: string;
  rows: readonly ChildRow[];
  mayCreate: boolean;
  currency: string;
  reader: Reader;
};

const SHOWN = 50;

/** The activities that a process is made of; only some of them may go to a provider. */
export function ChildrenCard({ parentId, parentCode, rows, mayCreate, currency, reader }: ChildrenCardProps) {
  return (
    <Card>
      <CardHeader
        title="Activities"
        sub={rows.length === 0 ? null : "Each can be assessed and outsourced by itself."}
        action={
          <>
            {rows.length > 0 ? <QuietLink href={`/processes?parent=${parentId}`}>As a list</QuietLink> : null}
            {mayCreate ? (
              <LinkButton
                size="sm"
                variant="quiet"
                href={`/processes/new?parent=${encodeURIComponent(parentCode)}`}
                icon={<Plus aria-hidden />}
              >
                Add activity
              </LinkButton>
            ) : null}
          </>
        }
      />
      {rows.length === 0 ? (
        <CardBody>
          <p className="text-ink-2">
            Not split. Split it where only a part of the work could be done by somebody else.
          </p>
        </CardBody>
      ) : (
        <DataTable
          caption="Activities"
          rows={rows.slice(0, SHOWN)}
          rowKey={(row) => row.id}
          rowHref={(row) => `/processes/${row.id}`}
          columns={[
            {
              key: "name",
              header: "Activity",
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  {row.name}
                  {row.isCore ? <Badge>Core</Badge> : null}
                </span>
              ),
            },
            { key: "code", header: "Code", cell: (row) => row.code, nowrap: true },
            {
              key: "fte",
              header: "FTE",
              align: "right",
              cell: (row) => <DecimalText value={row.fullTimeEquivalents} reader={reader} />,
            },
            {
              key: "cost",
              header: "Cost a year",
              align: "right",
              cell: (row) => <MoneyText amount={row.costPerYear} currency={currency} reader={reader} />,
            },
            {
              key: "suitability",
              header: "Suitability",
              cell: (row) => (
                <RecommendationStatus recommendation={row.recommendation} score={row.score} reader={reader} />
              ),
            },
            {
              key: "state",
              header: "State",
              cell: (row) => <Status tone={processStateTones[row.state]}>{processStateLabels[row.state]}</Status>,
            },
          ]}
        />
      )}
      {rows.length > SHOWN ? (
        <CardBody>
          <QuietLink href={`/processes?parent=${parentId}`}>Show all activities</QuietLink>
        </CardBody>
      ) : null}
    </Card>
  );
}
