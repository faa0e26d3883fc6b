import { z } from "zod";
import { definitionSchema } from "./kpi-schema";

const decimal = z.string().meta({ description: "A decimal as text", example: "98.5" });
const instant = z.string().nullable().meta({ format: "date-time" });
const money = z.object({ amount: decimal, currency: z.string() });
const step = z.object({ label: z.string(), value: z.string() });

export const idAndVersion = z.object({ id: z.uuid(), version: z.number().int() });

export const kpiResponse = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  code: z.string(),
  name: z.string(),
  description: z.string(),
  unit: z.string(),
  direction: z.enum(["higher", "lower"]),
  decimals: z.number().int().nullable(),
  method: z.enum(["reported", "ratio", "caseLog"]),
  caseLogId: z.uuid().nullable(),
  definition: definitionSchema.nullable(),
  revision: z.number().int(),
  effectiveFrom: z
    .string()
    .nullable()
    .meta({ description: "First month of this definition; none: from the beginning" }),
  version: z.number().int(),
});

export const serviceLevelResponse = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  kpiId: z.uuid(),
  revision: z.number().int(),
  class: z.enum(["critical", "key"]),
  category: z.string(),
  expected: decimal,
  minimum: decimal,
  scheme: z.unknown(),
  minimumVolume: z.number().int().nullable(),
  graceUntil: z.string().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  clause: z.string(),
  version: z.number().int(),
});

export const periodResponse = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  month: z.string(),
  state: z.enum(["open", "reported", "verified", "disputed", "locked"]),
  version: z.number().int(),
  charges: money.nullable(),
  cap: money.nullable(),
  credits: money.nullable(),
  isCapped: z.boolean(),
  steps: z.array(step),
  reportedAt: instant,
  verifiedAt: instant,
  disputedAt: instant,
  disputeReason: z.string().nullable(),
  lockedAt: instant,
  restatedAt: instant,
  results: z.array(
    z.object({
      serviceLevelId: z.uuid(),
      kpiId: z.uuid(),
      name: z.string(),
      unit: z.string(),
      status: z.string(),
      value: decimal.nullable(),
      numerator: decimal.nullable(),
      denominator: decimal.nullable(),
      cases: z.number().int().nullable(),
      casesWithoutValue: z.number().int().nullable(),
      expected: decimal,
      minimum: decimal,
      multiplier: decimal.nullable(),
      points: decimal.nullable(),
      credit: money,
      steps: z.array(step),
    }),
  ),
});

export const caseLogResponse = z.object({
  id: z.uuid(),
  name: z.string(),
  timeZone: z.string(),
  mapping: z.unknown(),
  rows: z.number().int(),
  importedAt: instant,
  version: z.number().int(),
});

export const exclusionResponse = z.object({
  id: z.uuid(),
  serviceLevelId: z.uuid().nullable(),
  month: z.string(),
  kind: z.string(),
  reason: z.string(),
  evidence: z.string(),
  state: z.string(),
  version: z.number().int(),
});

export const jobAccepted = z.object({
  id: z.uuid().meta({ description: "The job: GET /jobs/{id}" }),
  sha256: z.string(),
  size: z.number(),
});
export const measurementsAdded = z.object({ contractId: z.uuid(), added: z.number().int() });

const side = z.enum(["client", "vendor"]);
export const versionResponse = z.object({
  number: z.number().int(),
  kind: z.enum(["verified", "locked"]),
  contentHash: z.string().meta({ description: "SHA-256 of the version's text" }),
  creditTotal: decimal,
  restatementId: z.uuid().nullable(),
  acceptedBy: z.string().nullable(),
  createdAt: instant,
  signatures: z.array(
    z.object({ side, signedName: z.string(), by: z.string(), signedAt: instant, contentHash: z.string() }),
  ),
});

const pair = z.object({ before: decimal, after: decimal });
const judged = z.object({ status: z.string(), value: decimal.nullable(), credit: decimal }).nullable();
export const restatementResponse = z.object({
  id: z.uuid(),
  contractId: z.uuid(),
  fromMonth: z.string(),
  state: z.enum(["proposed", "accepted", "disputed", "withdrawn"]),
  changes: z.array(
    z.object({
      month: z.string(),
      charges: pair,
      points: pair,
      total: pair,
      lines: z.array(z.object({ serviceLevelId: z.uuid(), before: judged, after: judged })),
    }),
  ),
  contentHash: z.string(),
  difference: decimal,
  currency: z.string(),
  reason: z.string(),
  proposedSide: side,
  proposedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant,
  decisionReason: z.string(),
  createdAt: instant,
  version: z.number().int(),
});

const effectSide = z.object({
  credit: decimal,
  lines: z.array(
    z.object({ serviceLevelId: z.uuid(), value: decimal.nullable(), status: z.string(), credit: decimal }),
  ),
});
export const exclusionEffectResponse = z.object({
  currency: z.string(),
  cases: z.number().int(),
  before: effectSide,
  after: effectSide,
});
