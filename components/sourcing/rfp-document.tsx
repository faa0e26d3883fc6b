import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { formatInstant, type Reader } from "@/lib/shared/format";
import { MOMENT, MOMENTS, QUESTION_KIND } from "@/lib/sourcing/rfps/labels";
import type { RfpView } from "@/lib/sourcing/rfps/schema";
import { REQUIREMENT_PRIORITY } from "@/lib/sourcing/scope/labels";
import type { ScopeView } from "@/lib/sourcing/scope/schema";
import { bySection } from "./outline-row";
import { CriteriaTable, EvaluationRules, LotTables } from "./rfp-criteria-tables";

/** Only what a vendor may see: nobody else's name, no invitation, no evaluator. */
export type RfpDocumentContent = Omit<RfpView, "invitations" | "evaluators" | "owner" | "now" | "engagement">;

type Props = { rfp: RfpDocumentContent; scope: ScopeView; client: string; reader: Reader };

/** The RFP as the vendor gets it, on screen and on paper. */
export function RfpDocument({ rfp, scope, client, reader }: Props) {
  const whole = rfp as RfpView;
  return (
    <div className="grid gap-4">
      <Card>
        <CardHeader title={`${client}: ${rfp.title}`} sub={rfp.code} />
        <CardBody className="whitespace-pre-wrap text-pretty">{rfp.description || "No introduction."}</CardBody>
        <KeyFacts
          facts={[
            { label: "Term", value: `${rfp.termMonths} months` },
            { label: "Currency", value: rfp.currency },
            ...MOMENTS.map((name) => ({
              label: MOMENT[name],
              value: rfp[name] ? `${formatInstant(rfp[name] ?? "", reader)} (${reader.timeZone})` : null,
            })),
            { label: "Standstill", value: `${rfp.standstillDays} days after the award` },
          ]}
        />
      </Card>
      <ScopeSection scope={scope} />
      <Card>
        <CardHeader title="Requirements" />
        {bySection(scope.requirements).map((section) => (
          <CardBody key={section.title} className="border-line border-b last:border-b-0">
            <h3 className="mb-2 font-semibold">{section.title}</h3>
            <ul className="grid gap-2">
              {section.rows.map((row) => (
                <li key={row.id}>
                  <span className="tabular text-ink-3">{row.code}</span> {row.title}{" "}
                  <span className="text-ink-3 text-sm">
                    ({row.priority ? REQUIREMENT_PRIORITY[row.priority].label.toLowerCase() : "no priority"})
                  </span>
                  {row.description ? <p className="text-ink-2 text-sm">{row.description}</p> : null}
                </li>
              ))}
            </ul>
          </CardBody>
        ))}
      </Card>
      <LevelsSection scope={scope} reader={reader} />
      <Card>
        <CardHeader title="Questions" />
        {bySection(rfp.questions).map((section) => (
          <CardBody key={section.title} className="border-line border-b last:border-b-0">
            <h3 className="mb-2 font-semibold">{section.title}</h3>
            <ol className="grid list-decimal gap-1.5 pl-5">
              {section.rows.map((row) => (
                <li key={row.id}>
                  {row.text}{" "}
                  <span className="text-ink-3 text-sm">
                    (
                    {[
                      QUESTION_KIND[row.kind].toLowerCase(),
                      row.isMandatory ? "mandatory" : null,
                      row.choices.join(" / "),
                    ]
                      .filter(Boolean)
                      .join(", ")}
                    )
                  </span>
                </li>
              ))}
            </ol>
          </CardBody>
        ))}
      </Card>
      <Card>
        <CardHeader title="How bids are compared" />
        <EvaluationRules rfp={whole} reader={reader} />
        <CriteriaTable rfp={whole} reader={reader} />
      </Card>
      <LotTables rfp={whole} reader={reader} />
    </div>
  );
}

function ScopeSection({ scope }: { scope: ScopeView }) {
  const texts = [
    ["In scope", scope.inScope],
    ["Out of scope", scope.outOfScope],
    ["Retained by the client", scope.retainedResponsibilities],
    ["Deliverables", scope.deliverables.map((each) => each.name).join("\n")],
    [
      "Responsibilities (client / vendor)",
      scope.responsibilities
        .map((each) => `${each.activity}: ${each.client || "–"} / ${each.vendor || "–"}`)
        .join("\n"),
    ],
  ] as const;
  return (
    <Card>
      <CardHeader title="Scope of work" sub={`Revision ${scope.revision}`} />
      {texts.map(([label, text]) =>
        text ? (
          <CardBody key={label} className="border-line border-b last:border-b-0">
            <h3 className="mb-1 font-semibold">{label}</h3>
            <p className="whitespace-pre-wrap text-pretty">{text}</p>
          </CardBody>
        ) : null,
      )}
    </Card>
  );
}

function LevelsSection({ scope, reader }: { scope: ScopeView; reader: Reader }) {
  if (scope.proposedServiceLevels.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Proposed service levels" />
      <DataTable
        caption="Proposed service levels"
        rows={scope.proposedServiceLevels}
        rowKey={(level) => level.id}
        columns={[
          { key: "name", header: "Service level", cell: (level) => level.name },
          {
            key: "expected",
            header: "Expected",
            align: "right",
            cell: (level) => <DecimalText value={level.expected} reader={reader} unit={level.unit} />,
          },
          {
            key: "minimum",
            header: "Minimum",
            align: "right",
            cell: (level) => <DecimalText value={level.minimum} reader={reader} unit={level.unit} />,
          },
          { key: "measurement", header: "How it is measured", cell: (level) => level.measurement },
        ]}
      />
    </Card>
  );
}
