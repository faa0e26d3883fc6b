"use server";

import { amendLineSchema } from "@/lib/charges/schema";
import { memberAction } from "@/lib/server/action";
import { updateKpiSchema } from "@/lib/service-levels/kpi-schema";
import { done, type Outcome } from "@/lib/shared/outcome";
import {
  type AmendmentKey,
  addToAmendment,
  discardAmendment,
  dropFromAmendment,
  saveAmendmentHead,
  startAmendment,
} from "./mutations/draft-amendment";
import { proposeAmendment } from "./mutations/propose-amendment";
import {
  amendDocumentsSchema,
  amendLevelSchema,
  amendPointsSchema,
  amendTermsSchema,
  draftVersionSchema,
  dropChangeSchema,
  endPartSchema,
  saveAmendmentHeadSchema,
  startAmendmentSchema,
} from "./schema";

const pageOf = ({ contractId, id }: { contractId: string; id: string }) => `/contracts/${contractId}/amendments/${id}`;

function saved(outcome: Outcome<AmendmentKey>, message: string) {
  if (!outcome.ok) return outcome;
  const page = pageOf(outcome.value);
  return done({ message, redirectTo: page, revalidate: page });
}

export const begin = memberAction("contract:write", startAmendmentSchema, async ({ contractId, ...head }, member) => {
  const made = await startAmendment(member, contractId, head);
  return saved(made, made.ok ? `Amendment ${made.value.number} begun` : "");
});

export const saveHead = memberAction("contract:write", saveAmendmentHeadSchema, async (input, member) => {
  const { id, version, ...head } = input;
  return saved(await saveAmendmentHead(member, id, version, head), "Saved");
});

export const amendTerms = memberAction("contract:write", amendTermsSchema, async (input, member) =>
  saved(await addToAmendment(member, input.id, input.version, { changes: input.changes }), "Terms taken in"),
);

export const amendPoints = memberAction("contract:write", amendPointsSchema, async (input, member) => {
  const { id, version, ...creditTerms } = input;
  return saved(await addToAmendment(member, id, version, { changes: { creditTerms } }), "Table of points taken in");
});

export const amendLine = memberAction("contract:write", amendLineSchema, async (input, member) => {
  const { id, version, code, ...line } = input;
  const parts = { chargeLines: [{ code, line }] };
  return saved(await addToAmendment(member, id, version, { parts }), "Charge line taken in");
});

export const amendKpi = memberAction("contract:write", updateKpiSchema, async (input, member) => {
  const { id, version, ...kpi } = input;
  return saved(await addToAmendment(member, id, version, { parts: { kpis: [kpi] } }), "KPI taken in");
});

export const amendLevel = memberAction("contract:write", amendLevelSchema, async (input, member) => {
  const { id, version, kpi, ...level } = input;
  const parts = { serviceLevels: [{ kpi, level }] };
  return saved(await addToAmendment(member, id, version, { parts }), "Service level taken in");
});

export const endPart = memberAction("contract:write", endPartSchema, async ({ id, version, what, key }, member) => {
  const parts =
    what === "chargeLine"
      ? { chargeLines: [{ code: key, line: null }] }
      : { serviceLevels: [{ kpi: key, level: null }] };
  return saved(await addToAmendment(member, id, version, { parts }), `${key} ends with this amendment`);
});

export const amendDocuments = memberAction("contract:write", amendDocumentsSchema, async (input, member) => {
  const parts = { documents: input.documents };
  return saved(await addToAmendment(member, input.id, input.version, { parts }), "Documents taken in");
});

export const dropChange = memberAction("contract:write", dropChangeSchema, async (input, member) => {
  const { id, version, what, key } = input;
  return saved(await dropFromAmendment(member, id, version, { what, key }), "Taken out");
});

export const discard = memberAction("contract:write", draftVersionSchema, async ({ id, version }, member) => {
  const gone = await discardAmendment(member, id, version);
  if (!gone.ok) return gone;
  const page = `/contracts/${gone.value.contractId}/amendments`;
  return done({ message: "Draft discarded", redirectTo: page, revalidate: page });
});

export const proposeToBoth = memberAction("contract:write", draftVersionSchema, async ({ id, version }, member) => {
  const proposed = await proposeAmendment(member, id, version);
  if (!proposed.ok) return proposed;
  const { number, isInForce, needsApproval, contractId } = proposed.value;
  const waits = needsApproval ? "an executive and the vendor" : "the vendor";
  const message = isInForce ? `Amendment ${number} is in force` : `Amendment ${number} waits for ${waits}`;
  return done({ message, redirectTo: pageOf({ contractId, id }), revalidate: `/contracts/${contractId}` });
});
