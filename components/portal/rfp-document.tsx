import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { Badge } from "@/components/ui/status";
import { formatMoney, type Reader } from "@/lib/shared/format";
import type { RfpDocument as Document } from "@/lib/sourcing/portal/queries";
import { PRICE_METHOD, TIE_RULE } from "@/lib/sourcing/rfps/labels";

const PRIORITY = { mandatory: "Mandatory", scored: "Scored", information: "Information" } as const;
const PRIORITY_TONE = { mandatory: "warn", scored: "accent", information: "neutral" } as const;

function Text({ title, children }: { title: string; children: string }) {
  if (!children) return null;
  return (
    <div className="grid gap-1">
      <h3 className="font-medium text-sm">{title}</h3>
      <p className="whitespace-pre-line text-pretty">{children}</p>
    </div>
  );
}

type Named = { description: string };

function Section({ title, sub, children }: { title: string; sub?: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader title={title} sub={sub} />
      {children}
    </Card>
  );
}

/** How quality and price are weighed, with the amounts that the price method works with. */
function priceRule(document: Document, reader: Reader): string {
  const { priceMethod, priceMinimum, priceMaximum, currency } = document;
  const money = (amount: string | null) => (amount === null ? "" : formatMoney(amount, currency, reader));
  const { label, help } = PRICE_METHOD[priceMethod];
  if (priceMethod === "qualityInMoney") {
    return `Bids rank by ${label.toLowerCase()}: a technical score of 100 is worth ${money(priceMaximum)}, each point a hundredth of it. This is taken off the price, and the lowest result wins.`;
  }
  const weights = `Technical ${document.technicalWeight} %, price ${document.priceWeight} %.`;
  const limits =
    priceMethod === "linear" && priceMinimum !== null && priceMaximum !== null
      ? `100 points at ${money(priceMinimum)}, 0 points at ${money(priceMaximum)}.`
      : help;
  return `${weights} Price: ${label.toLowerCase()}. ${limits}`;
}

/** The document that the RFP is, as it was published and amended. */
export function RfpDocument({ document, reader }: { document: Document; reader: Reader }) {
  const { scope } = document;
  return (
    <>
      {document.rfpAmendments.length > 0 ? (
        <Section title="Amendments">
          <DataTable
            caption="Amendments"
            rows={document.rfpAmendments}
            rowKey={(row) => String(row.number)}
            columns={[
              { key: "number", header: "No.", cell: (row) => row.number },
              { key: "summary", header: "What changed", cell: (row) => row.summary },
              {
                key: "at",
                header: "Published",
                nowrap: true,
                cell: (row) => <InstantText instant={row.publishedAt} reader={reader} />,
              },
            ]}
          />
        </Section>
      ) : null}
      <Section title="What is asked for">
        <CardBody className="grid gap-4">
          <Text title="Introduction">{document.description}</Text>
          <Text title="In scope">{scope.inScope}</Text>
          <Text title="Out of scope">{scope.outOfScope}</Text>
          <Text title="What the client keeps doing">{scope.retainedResponsibilities}</Text>
          <div className="grid gap-1">
            <h3 className="font-medium text-sm">Lots</h3>
            <ul className="grid gap-1">
              {document.rfpLots.map((lot) => (
                <li key={lot.id}>
                  Lot {lot.number} {lot.title}
                  {lot.description ? <span className="text-ink-2">: {lot.description}</span> : null}
                </li>
              ))}
            </ul>
          </div>
        </CardBody>
      </Section>
      <Section title="Requirements">
        <DataTable
          caption="Requirements"
          rows={scope.requirements}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "title",
              header: "Requirement",
              cell: (row) => (
                <>
                  <span className="tabular text-ink-3">{row.code}</span> {row.title}
                  {row.description ? <span className="block font-normal text-ink-3">{row.description}</span> : null}
                </>
              ),
            },
            { key: "section", header: "Section", cell: (row) => row.section },
            {
              key: "priority",
              header: "Priority",
              cell: (row) =>
                row.priority ? <Badge tone={PRIORITY_TONE[row.priority]}>{PRIORITY[row.priority]}</Badge> : null,
            },
          ]}
          empty={<CardBody className="text-ink-2">No requirements are listed.</CardBody>}
        />
      </Section>
      {scope.deliverables.length > 0 ? (
        <Section title="Deliverables">
          <DataTable
            caption="Deliverables"
            rows={scope.deliverables}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", header: "Deliverable", cell: (row) => row.name },
              ...(scope.deliverables.some((row) => row.description)
                ? [{ key: "description", header: "Description", cell: (row: Named) => row.description }]
                : []),
            ]}
          />
        </Section>
      ) : null}
      {scope.proposedServiceLevels.length > 0 ? (
        <Section title="Proposed service levels">
          <DataTable
            caption="Proposed service levels"
            rows={scope.proposedServiceLevels}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", header: "Service level", cell: (row) => row.name },
              { key: "direction", header: "Better", cell: (row) => row.direction },
              {
                key: "expected",
                header: "Expected",
                align: "right",
                cell: (row) => <DecimalText value={row.expected} reader={reader} unit={row.unit} />,
              },
              {
                key: "minimum",
                header: "Minimum",
                align: "right",
                cell: (row) => <DecimalText value={row.minimum} reader={reader} unit={row.unit} />,
              },
            ]}
          />
        </Section>
      ) : null}
      {scope.responsibilities.length > 0 ? (
        <Section
          title="Responsibilities"
          sub="R does the work, A answers for it, C is asked before, I is told afterwards."
        >
          <DataTable
            caption="Responsibilities"
            rows={scope.responsibilities}
            rowKey={(row) => row.id}
            columns={[
              { key: "activity", header: "Activity", cell: (row) => row.activity },
              { key: "client", header: "Client", cell: (row) => row.client },
              { key: "vendor", header: "Vendor", cell: (row) => row.vendor },
            ]}
          />
        </Section>
      ) : null}
      <Section title="How bids are evaluated">
        <CardBody>
          <p className="text-pretty">
            {priceRule(document, reader)} A bid with a technical score under {document.minimumTechnical} of 100 is out
            before its price is opened. A tie goes to: {TIE_RULE[document.tieRule].toLowerCase()}. The term is{" "}
            {document.termMonths} months; prices are in {document.currency}. Standstill: {document.standstillDays} days.
          </p>
        </CardBody>
        <DataTable
          caption="Criteria"
          rows={document.rfpCriterions}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", header: "Criterion", cell: (row) => row.name },
            ...(document.rfpCriterions.some((row) => row.description)
              ? [{ key: "description", header: "What is looked at", cell: (row: Named) => row.description }]
              : []),
            {
              key: "weight",
              header: "Weight",
              align: "right",
              cell: (row) => <DecimalText value={row.weight} reader={reader} unit="%" />,
            },
          ]}
        />
      </Section>
    </>
  );
}
