import { Pencil, PenLine, Plus } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Badge } from "@/components/ui/status";
import { classLabels, methodLabels } from "@/lib/service-levels/labels";
import type { Definition } from "@/lib/service-levels/queries/records";
import { measureText } from "@/lib/service-levels/rules/measure-text";
import type { SchemeText } from "@/lib/service-levels/rules/scheme";
import { valueText } from "@/lib/service-levels/value-text";
import { formatMonth, type Reader } from "@/lib/shared/format";

type Level = Definition["serviceLevels"][number];
type KpiCardProps = { kpi: Definition; base: string; mayWrite: boolean; mayReport: boolean; reader: Reader };

/** A KPI with all revisions of its service level. */
export function KpiCard({ kpi, base, mayWrite, mayReport, reader }: KpiCardProps) {
  const source = kpi.caseLog ? `${methodLabels[kpi.method]} ${kpi.caseLog.name}` : methodLabels[kpi.method];
  return (
    <Card>
      <CardHeader
        title={`${kpi.code} ${kpi.name}`}
        sub={[
          source,
          `${kpi.direction} is better`,
          `unit ${kpi.unit}`,
          ...(kpi.effectiveFrom
            ? [`definition ${kpi.revision}, from ${formatMonth(kpi.effectiveFrom, reader, "short")}`]
            : []),
        ].join(" · ")}
        action={
          <span className="flex flex-wrap gap-2">
            {mayReport && kpi.method !== "caseLog" ? (
              <LinkButton size="sm" href={`${base}/measurements/new?kpi=${kpi.id}`} icon={<PenLine aria-hidden />}>
                Record figure
              </LinkButton>
            ) : null}
            {mayWrite ? (
              <>
                <LinkButton size="sm" href={`${base}/definitions/kpis/${kpi.id}`} icon={<Pencil aria-hidden />}>
                  Edit KPI
                </LinkButton>
                <LinkButton size="sm" href={`${base}/definitions/levels/new?kpi=${kpi.id}`} icon={<Plus aria-hidden />}>
                  {kpi.serviceLevels.length > 0 ? "New revision" : "Service level"}
                </LinkButton>
              </>
            ) : null}
          </span>
        }
      />
      <CardBody className="text-ink-2">{measureText(kpi)}</CardBody>
      {kpi.serviceLevels.length > 0 ? (
        <DataTable
          caption={`Service levels on ${kpi.name}`}
          rows={kpi.serviceLevels}
          rowKey={(level) => level.id}
          {...(mayWrite
            ? {
                rowHref: (level: Level) =>
                  level.effectiveTo === null ? `${base}/definitions/levels/${level.id}` : undefined,
              }
            : {})}
          columns={[
            { key: "revision", header: "Revision", cell: (level) => `Revision ${level.revision}` },
            {
              key: "from",
              header: "In force",
              nowrap: true,
              cell: (level) =>
                `${formatMonth(level.effectiveFrom, reader, "short")} – ${level.effectiveTo ? formatMonth(level.effectiveTo, reader, "short") : "now"}`,
            },
            {
              key: "expected",
              header: "Expected",
              align: "right",
              cell: (level) => valueText(level.expected, kpi, reader),
            },
            {
              key: "minimum",
              header: "Minimum",
              align: "right",
              cell: (level) => valueText(level.minimum, kpi, reader),
            },
            { key: "class", header: "Class", cell: (level) => <Badge>{classLabels[level.class]}</Badge> },
            {
              key: "scheme",
              header: "Credit",
              nowrap: true,
              cell: (level) => schemeText(level.scheme, level.category),
            },
            { key: "clause", header: "Clause", nowrap: true, cell: (level) => level.clause },
          ]}
        />
      ) : null}
    </Card>
  );
}

function schemeText(stored: unknown, category: string): string {
  const scheme = stored as SchemeText | null;
  if (!scheme) return "none";
  if (scheme.type === "pool")
    return `pool ${category} ${scheme.poolPercent} % × ${scheme.allocationPercent} %`.replace("  ", " ");
  if (scheme.type === "points") return `points, repeats × ${scheme.repeatMultiplier}`;
  if (scheme.type === "tiers") return `tiers, ${scheme.bands.length} bands`;
  return scheme.step === null
    ? `${scheme.percentPerStep} % per point`
    : `${scheme.percentPerStep} % per ${scheme.step}`;
}
