"use server";

import { saveCreditTerms } from "@/lib/contracts/mutations/credit-terms";
import { memberAction, vendorAction } from "@/lib/server/action";
import { db } from "@/lib/server/database";
import { addMonths } from "@/lib/shared/month";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { createCaseLogSchema, updateCaseLogSchema } from "./case-log-schema";
import { createKpiSchema, previewSchema, updateKpiSchema } from "./kpi-schema";
import { createCaseLog, updateCaseLog } from "./mutations/case-logs";
import { moveCredit } from "./mutations/credits";
import { decideExclusion, requestExclusion } from "./mutations/exclusions";
import { createKpi, updateKpi } from "./mutations/kpis";
import { reportMeasurements } from "./mutations/measurements";
import { disputePeriod, reportPeriod, verifyPeriod } from "./mutations/periods";
import { acceptRestatement, disputeRestatement } from "./mutations/restatements";
import { addServiceLevel, updateServiceLevel } from "./mutations/service-levels";
import { lockPeriod, signPeriod } from "./mutations/sign-period";
import { computeMonthlyValues, countUnassigned } from "./queries/case-log-values";
import { findMonthsOfCaseLog } from "./queries/months-of-log";
import {
  acceptRestatementSchema,
  creditTermsSchema,
  disputeRestatementSchema,
  disputeSchema,
  exclusionSchema,
  lockSchema,
  periodVersionSchema,
  reportMeasurementSchema,
  serviceLevelSchema,
  signSchema,
  updateServiceLevelSchema,
  verifySchema,
} from "./schema";

const boardOf = (contractId: string) => `/contracts/${contractId}/service-levels`;
const portalBoardOf = (contractId: string) => `/portal/contracts/${contractId}/service-levels`;

export const saveNewCaseLog = memberAction("serviceLevel:write", createCaseLogSchema, async (input, member) => {
  const made = await createCaseLog(member, input);
  if (!made.ok) return made;
  return done({ message: "Case log saved", redirectTo: `${boardOf(input.contractId)}/case-log?log=${made.value.id}` });
});

export const saveCaseLog = memberAction("serviceLevel:write", updateCaseLogSchema, async (input, member) => {
  const saved = await updateCaseLog(member, input);
  if (!saved.ok) return saved;
  const page = `${boardOf(saved.value.contractId)}/case-log`;
  return done({ message: "Mapping saved", redirectTo: `${page}?log=${input.id}`, revalidate: page });
});

export const saveNewKpi = memberAction("serviceLevel:write", createKpiSchema, async (input, member) => {
  const made = await createKpi(member, input);
  if (!made.ok) return made;
  return done({
    message: "KPI saved",
    redirectTo: `${boardOf(input.contractId)}/definitions/levels/new?kpi=${made.value.id}`,
  });
});

export const saveKpi = memberAction("serviceLevel:write", updateKpiSchema, async (input, member) => {
  const saved = await updateKpi(member, input);
  if (!saved.ok) return saved;
  const page = `${boardOf(saved.value.contractId)}/definitions`;
  return done({ message: "KPI saved", redirectTo: page, revalidate: boardOf(saved.value.contractId) });
});

/** Values of the last twelve months by a definition that is not saved yet. */
export const previewKpi = memberAction("serviceLevel:write", previewSchema, async (input, member) => {
  const log = await db.caseLog.findFirst({
    where: { id: input.caseLogId, organizationId: member.organizationId, contractId: input.contractId },
    select: { id: true, contract: { select: { timeZone: true } } },
  });
  if (!log) return refuseMissing("case log");
  const zone = log.contract.timeZone;
  const last = (await findMonthsOfCaseLog(log.id, zone, input.definition.month)).at(-1);
  if (!last) return done({ value: { months: [], unassigned: 0 } });
  const range = { zone, from: addMonths(last, -11), to: last };
  const [months, unassigned] = await Promise.all([
    computeMonthlyValues(db, log.id, input.definition, range),
    countUnassigned(db, log.id, input.definition),
  ]);
  return done({ value: { months, unassigned } });
});

export const saveNewServiceLevel = memberAction("serviceLevel:write", serviceLevelSchema, async (input, member) => {
  const made = await addServiceLevel(member, input);
  if (!made.ok) return made;
  const page = boardOf(made.value.contractId);
  return done({ message: "Service level saved", redirectTo: `${page}/definitions`, revalidate: page });
});

export const saveServiceLevel = memberAction("serviceLevel:write", updateServiceLevelSchema, async (input, member) => {
  const saved = await updateServiceLevel(member, input);
  if (!saved.ok) return saved;
  const page = boardOf(saved.value.contractId);
  return done({ message: "Service level saved", redirectTo: `${page}/definitions`, revalidate: page });
});

export const savePointsTable = memberAction("serviceLevel:write", creditTermsSchema, async (input, member) => {
  const saved = await saveCreditTerms(member, input);
  if (!saved.ok) return saved;
  return done({ message: "Table of points saved", revalidate: boardOf(input.contractId) });
});

export const reportMeasurement = memberAction("measurement:report", reportMeasurementSchema, async (input, member) => {
  const { kpiId, ...measurement } = input;
  const reported = await reportMeasurements(member, kpiId, [measurement]);
  if (!reported.ok) return reported;
  const page = boardOf(reported.value.contractId);
  return done({ message: "Figure recorded", redirectTo: `${page}?month=${input.month}`, revalidate: page });
});

export const reportMeasurementAsVendor = vendorAction(
  "measurement:report",
  reportMeasurementSchema,
  async (input, contact) => {
    const { kpiId, ...measurement } = input;
    const reported = await reportMeasurements(contact, kpiId, [measurement]);
    if (!reported.ok) return reported;
    const page = portalBoardOf(reported.value.contractId);
    return done({ message: "Figure recorded", redirectTo: `${page}?month=${input.month}`, revalidate: page });
  },
);

export const reportMonth = memberAction("measurement:report", periodVersionSchema, async (input, member) => {
  const moved = await reportPeriod(member, input);
  return moved.ok ? done({ message: "Month reported", revalidate: boardOf(moved.value.contractId) }) : moved;
});

export const reportMonthAsVendor = vendorAction("measurement:report", periodVersionSchema, async (input, contact) => {
  const moved = await reportPeriod(contact, input);
  return moved.ok ? done({ message: "Month reported", revalidate: portalBoardOf(moved.value.contractId) }) : moved;
});

export const verifyMonth = memberAction("period:verify", verifySchema, async (input, member) => {
  const moved = await verifyPeriod(member, input);
  return moved.ok ? done({ message: "Month verified", revalidate: boardOf(moved.value.contractId) }) : moved;
});

export const disputeMonth = memberAction("period:dispute", disputeSchema, async (input, member) => {
  const moved = await disputePeriod(member, input);
  return moved.ok ? done({ message: "Month disputed", revalidate: boardOf(moved.value.contractId) }) : moved;
});

export const disputeMonthAsVendor = vendorAction("period:dispute", disputeSchema, async (input, contact) => {
  const moved = await disputePeriod(contact, input);
  return moved.ok ? done({ message: "Month disputed", revalidate: portalBoardOf(moved.value.contractId) }) : moved;
});

export const lockMonth = memberAction("period:lock", lockSchema, async (input, member) => {
  const moved = await lockPeriod(member, input);
  return moved.ok ? done({ message: "Month locked", revalidate: boardOf(moved.value.contractId) }) : moved;
});

export const signMonthAsVendor = vendorAction("period:sign", signSchema, async (input, contact) => {
  const moved = await signPeriod(contact, input);
  return moved.ok ? done({ message: "Month signed", revalidate: portalBoardOf(moved.value.contractId) }) : moved;
});

export const acceptRestated = memberAction("restatement:decide", acceptRestatementSchema, async (input, member) => {
  const decided = await acceptRestatement(member, input);
  return decided.ok
    ? done({ message: "Restatement accepted", revalidate: boardOf(decided.value.contractId) })
    : decided;
});

export const disputeRestated = memberAction("restatement:decide", disputeRestatementSchema, async (input, member) => {
  const decided = await disputeRestatement(member, input);
  return decided.ok
    ? done({ message: "Restatement disputed", revalidate: boardOf(decided.value.contractId) })
    : decided;
});

export const acceptRestatedAsVendor = vendorAction(
  "restatement:decide",
  acceptRestatementSchema,
  async (input, contact) => {
    const decided = await acceptRestatement(contact, input);
    if (!decided.ok) return decided;
    return done({ message: "Restatement accepted", revalidate: portalBoardOf(decided.value.contractId) });
  },
);

export const disputeRestatedAsVendor = vendorAction(
  "restatement:decide",
  disputeRestatementSchema,
  async (input, contact) => {
    const decided = await disputeRestatement(contact, input);
    if (!decided.ok) return decided;
    return done({ message: "Restatement disputed", revalidate: portalBoardOf(decided.value.contractId) });
  },
);

export const askForExclusion = memberAction("measurement:report", exclusionSchema, async (input, member) => {
  const made = await requestExclusion(member, input);
  if (!made.ok) return made;
  const page = `${boardOf(input.contractId)}/exclusions`;
  return done({ message: "Exclusion requested", redirectTo: page, revalidate: page });
});

export const askForExclusionAsVendor = vendorAction("period:dispute", exclusionSchema, async (input, contact) => {
  const made = await requestExclusion(contact, input);
  if (!made.ok) return made;
  const page = `${portalBoardOf(input.contractId)}/exclusions`;
  return done({ message: "Exclusion requested", redirectTo: page, revalidate: page });
});

export const approveExclusion = memberAction("exclusion:decide", periodVersionSchema, async (input, member) => {
  const decided = await decideExclusion(member, input, "approved");
  return decided.ok ? done({ message: "Exclusion approved", revalidate: boardOf(decided.value.contractId) }) : decided;
});

export const rejectExclusion = memberAction("exclusion:decide", periodVersionSchema, async (input, member) => {
  const decided = await decideExclusion(member, input, "rejected");
  return decided.ok ? done({ message: "Exclusion rejected", revalidate: boardOf(decided.value.contractId) }) : decided;
});

export const agreeCredit = memberAction("credit:agree", periodVersionSchema, async (input, member) => {
  const moved = await moveCredit(member, input, "agree");
  return moved.ok ? done({ message: "Credit agreed", revalidate: boardOf(moved.value.contractId) }) : moved;
});

export const applyCredit = memberAction("credit:agree", periodVersionSchema, async (input, member) => {
  const moved = await moveCredit(member, input, "apply");
  return moved.ok ? done({ message: "Credit applied", revalidate: boardOf(moved.value.contractId) }) : moved;
});

export const settleCredit = memberAction("credit:agree", periodVersionSchema, async (input, member) => {
  const moved = await moveCredit(member, input, "settle");
  return moved.ok ? done({ message: "Credit settled", revalidate: boardOf(moved.value.contractId) }) : moved;
});
