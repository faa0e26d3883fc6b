import "server-only";
import { Prisma } from "@/lib/server/database";
import { d, toDecimalText } from "@/lib/shared/decimal";
import {
  type Aggregate,
  type Condition,
  type ConditionGroup,
  type DurationUnit,
  type KpiDefinition,
  type Measure,
  NUMERIC_OPERATORS,
  type Operator,
  type TimeField,
} from "../kpi-schema";

// Everything that a person wrote (names of attributes, values, percentages) goes to the database as a parameter.
// Text of SQL comes from the constants of this file only.

const TIME_COLUMN: Record<TimeField, Prisma.Sql> = {
  opened: Prisma.sql`c.opened_at`,
  firstResponse: Prisma.sql`c.first_response_at`,
  resolved: Prisma.sql`c.resolved_at`,
  closed: Prisma.sql`c.closed_at`,
};

const SECONDS_PER: Record<DurationUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

const COMPARISON: Partial<Record<Operator, Prisma.Sql>> = {
  lessThan: Prisma.sql`<`,
  atMost: Prisma.sql`<=`,
  atLeast: Prisma.sql`>=`,
  greaterThan: Prisma.sql`>`,
};

export function timeColumn(field: TimeField): Prisma.Sql {
  return TIME_COLUMN[field];
}

function isTimeField(field: string): field is TimeField {
  return Object.hasOwn(TIME_COLUMN, field);
}

/**
 * Seconds between two moments of a case; null when one is missing or the second lies before the first: such a case is
 * counted apart, or bad data would make a value better. Pauses never make it less than nothing.
 */
function secondsBetween(from: TimeField, to: TimeField, withoutPauses: boolean): Prisma.Sql {
  const [start, end] = [TIME_COLUMN[from], TIME_COLUMN[to]];
  const paused = withoutPauses ? Prisma.sql` - c.paused_seconds` : Prisma.empty;
  return Prisma.sql`CASE WHEN ${end} >= ${start}
    THEN GREATEST(EXTRACT(EPOCH FROM ${end} - ${start})${paused}, 0) END`;
}

function attributeText(name: string): Prisma.Sql {
  return Prisma.sql`(c.attributes ->> ${name}::text)`;
}

/** A number where the text is one; anything else is as good as missing. */
function attributeNumber(name: string): Prisma.Sql {
  const text = attributeText(name);
  return Prisma.sql`CASE WHEN ${text} ~ '^\\s*-?\\d{1,20}(\\.\\d{1,20})?\\s*$' THEN ${text}::numeric END`;
}

type Reading = { text: Prisma.Sql; number: Prisma.Sql };

function readField(field: string): Reading {
  if (isTimeField(field)) return { text: Prisma.sql`${TIME_COLUMN[field]}::text`, number: Prisma.sql`NULL::numeric` };
  if (field === "caseNumber") return { text: Prisma.sql`c.case_number`, number: Prisma.sql`NULL::numeric` };
  if (field === "pausedSeconds")
    return { text: Prisma.sql`c.paused_seconds::text`, number: Prisma.sql`c.paused_seconds::numeric` };
  if (field.startsWith("duration:")) {
    const [, from, to, unit] = field.split(":") as [string, TimeField, TimeField, DurationUnit];
    const number = Prisma.sql`(${secondsBetween(from, to, true)}) / ${SECONDS_PER[unit]}::numeric`;
    return { text: Prisma.sql`(${number})::text`, number };
  }
  const name = field.slice("attribute:".length);
  return { text: attributeText(name), number: attributeNumber(name) };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

function conditionSql({ field, operator, value }: Condition): Prisma.Sql {
  const reading = readField(field);
  if (operator === "isEmpty") return Prisma.sql`(${reading.text} IS NULL)`;
  if (operator === "isNotEmpty") return Prisma.sql`(${reading.text} IS NOT NULL)`;
  // Text is compared without regard to case, as `contains` does it.
  if (operator === "in")
    return Prisma.sql`(lower(${reading.text}) = ANY (${(value as string[]).map((each) => each.toLowerCase())}::text[]))`;
  const text = value as string;
  if (NUMERIC_OPERATORS.includes(operator))
    return Prisma.sql`(${reading.number} ${COMPARISON[operator] ?? Prisma.sql`=`} ${text}::numeric)`;
  if (operator === "contains") return Prisma.sql`(${reading.text} ILIKE ${`%${escapeLike(text)}%`}::text)`;
  if (operator === "startsWith") return Prisma.sql`(${reading.text} ILIKE ${`${escapeLike(text)}%`}::text)`;
  // An empty field is not equal to anything: "is not X" holds for it.
  if (operator === "notEquals") return Prisma.sql`(lower(${reading.text}) IS DISTINCT FROM lower(${text}::text))`;
  return Prisma.sql`(lower(${reading.text}) = lower(${text}::text))`;
}

/** True, false, or null where a case lacks what the conditions ask for. No conditions: true. */
export function groupSql(group: ConditionGroup): Prisma.Sql {
  if (group.conditions.length === 0) return Prisma.sql`true`;
  const parts = group.conditions.map((each) => ("conditions" in each ? groupSql(each) : conditionSql(each)));
  return Prisma.sql`(${Prisma.join(parts, group.match === "any" ? " OR " : " AND ")})`;
}

/** The figure of one case: of a field, or in seconds of a duration. */
export function measureSql(measure: Measure): Prisma.Sql {
  return measure.type === "field"
    ? readField(measure.field).number
    : Prisma.sql`(${secondsBetween(measure.from, measure.to, measure.withoutPauses)})`;
}

/** What a figure in the database's unit (seconds) is divided by to be in the definition's. */
export function divisorOf(aggregate: Aggregate): number {
  return "measure" in aggregate && aggregate.measure.type === "duration" ? SECONDS_PER[aggregate.measure.unit] : 1;
}

type Figures = {
  cases: Prisma.Sql;
  without: Prisma.Sql;
  numerator: Prisma.Sql;
  denominator: Prisma.Sql;
  point: Prisma.Sql;
};
const NONE = Prisma.sql`NULL::numeric`;

function figuresOf(aggregate: Aggregate): Figures {
  if (aggregate.type === "count") {
    return {
      cases: Prisma.sql`count(*)`,
      without: Prisma.sql`0`,
      numerator: NONE,
      denominator: NONE,
      point: Prisma.sql`count(*)`,
    };
  }
  if (aggregate.type === "share") {
    const condition = groupSql(aggregate.of);
    const known = Prisma.sql`count(*) FILTER (WHERE ${condition} IS NOT NULL)`;
    return {
      cases: known,
      without: Prisma.sql`count(*) FILTER (WHERE ${condition} IS NULL)`,
      numerator: Prisma.sql`count(*) FILTER (WHERE ${condition})`,
      denominator: known,
      point: NONE,
    };
  }
  const measure = measureSql(aggregate.measure);
  const counted = { cases: Prisma.sql`count(${measure})`, without: Prisma.sql`count(*) - count(${measure})` };
  if (aggregate.type === "sum")
    return { ...counted, numerator: NONE, denominator: NONE, point: Prisma.sql`sum(${measure})` };
  if (aggregate.type === "mean")
    return {
      ...counted,
      numerator: Prisma.sql`sum(${measure})`,
      denominator: Prisma.sql`count(${measure})`,
      point: NONE,
    };
  const share = aggregate.type === "median" ? "0.5" : toDecimalText(d(aggregate.percent).dividedBy(100));
  const isDiscrete = aggregate.type === "percentile" && aggregate.method === "nearestRank";
  // The rank is a decimal: 99.9 % of 1000 is the 999th, which binary fractions make the 1000th.
  const point = isDiscrete
    ? Prisma.sql`(array_agg(${measure} ORDER BY ${measure}) FILTER (WHERE ${measure} IS NOT NULL))[
        greatest(ceil(${share}::numeric * count(${measure})), 1)::int]`
    : Prisma.sql`percentile_cont(${share}::float8) WITHIN GROUP (ORDER BY (${measure})::float8)`;
  return { ...counted, numerator: NONE, denominator: NONE, point };
}

/** Cases of the log that the definition looks at, without regard to the month. */
export function casesOf(caseLogId: string, definition: KpiDefinition): Prisma.Sql {
  return Prisma.sql`case_record c WHERE c.case_log_id = ${caseLogId}::uuid AND ${groupSql(definition.filter)}`;
}

/** Instants between the beginning of one month and the end of another, both in the zone. */
export function withinMonths(field: TimeField, zone: string, from: string, to: string): Prisma.Sql {
  const column = TIME_COLUMN[field];
  return Prisma.sql`${column} >= (${`${from}-01`}::timestamp AT TIME ZONE ${zone}::text)
    AND ${column} < ((${`${to}-01`}::timestamp + interval '1 month') AT TIME ZONE ${zone}::text)`;
}

/** One row per month with its figures, for all months of the range at once. */
export function monthlyValuesSql(
  caseLogId: string,
  definition: KpiDefinition,
  range: { zone: string; from: string; to: string },
  excluding: { contractId: string; kpiId: string } | null = null,
): Prisma.Sql {
  const figures = figuresOf(definition.aggregate);
  const moment = TIME_COLUMN[definition.month];
  const month = Prisma.sql`to_char(${moment} AT TIME ZONE ${range.zone}::text, 'YYYY-MM')`;
  return Prisma.sql`
    SELECT ${month} AS month, (${figures.cases})::int AS cases,
      (${figures.without})::int AS without, (${figures.numerator})::text AS numerator,
      (${figures.denominator})::text AS denominator, (${figures.point})::text AS point
    FROM ${casesOf(caseLogId, definition)}
      AND ${withinMonths(definition.month, range.zone, range.from, range.to)}
      ${excluding ? withoutExcused(excluding, month) : Prisma.empty}
    GROUP BY 1 ORDER BY 1`;
}

/** Leaves out the single cases of approved exclusions, each in the month that it was approved for. */
function withoutExcused({ contractId, kpiId }: { contractId: string; kpiId: string }, month: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`AND NOT EXISTS (
    SELECT 1 FROM exclusion x LEFT JOIN service_level l ON l.id = x.service_level_id
    WHERE x.contract_id = ${contractId}::uuid AND x.state = 'approved' AND c.case_number = ANY (x.case_numbers)
      AND x.month = ${month} AND (x.service_level_id IS NULL OR l.kpi_id = ${kpiId}::uuid))`;
}
