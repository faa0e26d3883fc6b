import "server-only";
import { db, Prisma } from "@/lib/server/database";
import { definitionSchema } from "../kpi-schema";
import { casesOf, divisorOf, groupSql, measureSql, withinMonths } from "./case-log-sql";

export type CaseRow = {
  number: string;
  opened: Date | null;
  resolved: Date | null;
  closed: Date | null;
  attributes: Record<string, string>;
  /** Share: whether the case meets the condition; null: it lacks what is asked for. */
  isMet: boolean | null;
  /** The figure of the case, in the definition's unit. */
  figure: string | null;
};

const PAGE = 50;

/** The cases behind a value, a page at a time: what failed or took longest first, what could not be counted after it. */
export async function findCases(organizationId: string, kpiId: string, month: string, page: number) {
  const kpi = await db.kpi.findFirst({
    where: { id: kpiId, organizationId, method: "caseLog" },
    select: {
      name: true,
      code: true,
      unit: true,
      decimals: true,
      direction: true,
      description: true,
      method: true,
      caseLogId: true,
      definition: true,
      contract: { select: { id: true, timeZone: true } },
    },
  });
  if (!kpi?.caseLogId) return null;
  const definition = definitionSchema.parse(kpi.definition);
  const { aggregate } = definition;
  const met = aggregate.type === "share" ? groupSql(aggregate.of) : Prisma.sql`NULL::boolean`;
  const figure =
    "measure" in aggregate
      ? Prisma.sql`(${measureSql(aggregate.measure)}) / ${divisorOf(aggregate)}::numeric`
      : Prisma.sql`NULL::numeric`;
  const worstFirst = kpi.direction === "higher" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<CaseRow[]>(Prisma.sql`
    SELECT c.case_number AS number, c.opened_at AS opened, c.resolved_at AS resolved, c.closed_at AS closed,
      c.attributes, ${met} AS "isMet", round(${figure}, 4)::text AS figure
    FROM ${casesOf(kpi.caseLogId, definition)}
      AND ${withinMonths(definition.month, kpi.contract.timeZone, month, month)}
    ORDER BY ${met} ASC NULLS LAST, ${figure} ${worstFirst} NULLS LAST, c.case_number
    LIMIT ${PAGE + 1} OFFSET ${(page - 1) * PAGE}`);
  return {
    kpi,
    definition,
    rows: rows.slice(0, PAGE),
    hasMore: rows.length > PAGE,
    from: (page - 1) * PAGE + 1,
  };
}
