import "server-only";
import { randomUUID } from "node:crypto";
import type { MemberActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { d, sum } from "@/lib/shared/decimal";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { type CaseRecord, findCase } from "./queries";
import type { CaseSettingsInput, ChooseInput, FiguresInput } from "./schema";

export type Target = { id: string; version: number };
export type Saved = { id: string; version: number; engagementId: string };

export function caseSubject(record: Pick<CaseRecord, "id" | "revision" | "engagement">) {
  const label = `Business case ${record.engagement.code} ${record.engagement.name}, revision ${record.revision}`;
  return { type: "businessCase", id: record.id, label };
}

const FROZEN = "This revision is no longer a draft: its figures are frozen. Make a new revision to change them.";

/** The record as a draft, or why it cannot be changed. */
export async function findDraft(tx: Transaction, actor: MemberActor, target: Target): Promise<Outcome<CaseRecord>> {
  const record = await findCase(actor.organizationId, target.id, tx);
  if (!record) return refuseMissing("business case");
  if (record.state !== "draft") return refuse(FROZEN);
  return done(record);
}

/** Takes the version in hand: of two tabs only one gets on from here. */
export async function claim(
  tx: Transaction,
  actor: MemberActor,
  target: Target,
  data: Parameters<Transaction["businessCase"]["updateMany"]>[0]["data"],
): Promise<boolean> {
  const changed = await tx.businessCase.updateMany({
    where: { id: target.id, organizationId: actor.organizationId, version: target.version, state: "draft" },
    data: { ...data, version: { increment: 1 } },
  });
  return changed.count > 0;
}

function refuseStaleSettings(tx: Transaction, actor: MemberActor, record: CaseRecord): Promise<Refusal> {
  const { currency, discountRate, convention, taxRate, firstYear, years, assumptions, version } = record;
  const values = { currency, discountRate, convention, taxRate, firstYear, years, assumptions, version };
  return refuseChanged(tx, { organizationId: actor.organizationId, ...caseSubject(record) }, values);
}

export function createCase(
  actor: MemberActor,
  engagementId: string,
  input: CaseSettingsInput,
): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const engagement = await tx.engagement.findFirst({
      where: { id: engagementId, organizationId },
      select: {
        code: true,
        name: true,
        stage: true,
        organization: { select: { currency: true } },
        engagementProcesses: { select: { process: { select: { costPerYear: true } } } },
      },
    });
    if (!engagement) return refuseMissing("engagement");
    if (["closed", "cancelled"].includes(engagement.stage)) return refuse("This engagement has ended.");
    const earlier = await tx.businessCase.count({ where: { engagementId } });
    if (earlier > 0) return refuse("There is a business case already. Make a new revision of it.");
    const costs = engagement.engagementProcesses.flatMap(({ process }) => process.costPerYear ?? []);
    // Inventory costs are in the organization's currency; in another one they are no starting point.
    const isKnown = input.currency === engagement.organization.currency && costs.length > 0;
    const today = isKnown ? sum(costs.map((cost) => d(cost.toFixed()))).toFixed() : null;
    try {
      const made = await tx.businessCase.create({
        data: { ...input, organizationId, engagementId, preparedById: actor.memberId },
        select: { id: true, version: true, revision: true },
      });
      await writeOptions(tx, { id: made.id, organizationId, ...input }, firstOptions(input.years, today));
      audit({ action: "businessCase.create", subject: caseSubject({ ...made, engagement }), after: input });
      return done({ id: made.id, version: made.version, engagementId });
    } catch (error) {
      if (isUniqueViolation(error))
        return refuse("Somebody has made the business case meanwhile. Load the page again.");
      throw error;
    }
  });
}

/** What a case starts with: today's cost as the inventory knows it, and one option to fill in. */
function firstOptions(years: number, today: string | null): FiguresInput["options"] {
  const empty = Array.from({ length: years }, () => null);
  const current = Array.from({ length: years }, () => today);
  const shared = { id: null, notes: "", outsourcingType: "business" as const };
  return [
    {
      ...shared,
      name: "Keep as it is",
      kind: "keep",
      vendorModel: "none",
      lines: [{ category: "currentCost", name: "Cost today", amounts: current }],
    },
    {
      ...shared,
      name: "Outsource nearshore",
      kind: "outsourceNearshore",
      vendorModel: "single",
      lines: [
        { category: "vendorCharges", name: "Vendor charges", amounts: empty },
        { category: "retainedOrganization", name: "Retained organization", amounts: empty },
        { category: "transition", name: "Transition, one-off", amounts: empty },
      ],
    },
  ];
}

export function updateSettings(actor: MemberActor, target: Target, input: CaseSettingsInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const draft = await findDraft(tx, actor, target);
    if (!draft.ok) return draft;
    const record = draft.value;
    if (!(await claim(tx, actor, target, input))) return refuseStaleSettings(tx, actor, record);
    await tx.cashFlow.deleteMany({
      where: {
        line: { option: { businessCaseId: target.id } },
        OR: [{ year: { lt: input.firstYear } }, { year: { gte: input.firstYear + input.years } }],
      },
    });
    const { currency, discountRate, convention, taxRate, firstYear, years, assumptions } = record;
    audit({
      action: "businessCase.update",
      subject: caseSubject(record),
      before: { currency, discountRate, convention, taxRate, firstYear, years, assumptions },
      after: input,
    });
    return done({ id: target.id, version: target.version + 1, engagementId: record.engagementId });
  });
}

type CaseShape = { id: string; organizationId: string; firstYear: number; years: number };

/** Writes options, lines and amounts as they stand in the grid: what is not there any more goes. */
async function writeOptions(tx: Transaction, shape: CaseShape, options: FiguresInput["options"]): Promise<void> {
  const { id: businessCaseId, organizationId } = shape;
  const lines: {
    id: string;
    organizationId: string;
    optionId: string;
    position: number;
    category: FiguresInput["options"][number]["lines"][number]["category"];
    name: string;
  }[] = [];
  const flows: { lineId: string; year: number; amount: string }[] = [];
  for (const [position, option] of options.entries()) {
    const { id, name, kind, vendorModel, outsourcingType, notes } = option;
    const values = { position: position + 1, name, kind, vendorModel, outsourcingType, notes };
    const optionId = id ?? randomUUID();
    if (id) await tx.businessCaseOption.updateMany({ where: { id, businessCaseId }, data: values });
    else await tx.businessCaseOption.create({ data: { ...values, id: optionId, organizationId, businessCaseId } });
    for (const [linePosition, line] of option.lines.entries()) {
      const lineId = randomUUID();
      lines.push({
        id: lineId,
        organizationId,
        optionId,
        position: linePosition + 1,
        category: line.category,
        name: line.name,
      });
      for (const [index, amount] of line.amounts.slice(0, shape.years).entries()) {
        if (amount !== null) flows.push({ lineId, year: shape.firstYear + index, amount });
      }
    }
  }
  await tx.cashFlowLine.createMany({ data: lines });
  await tx.cashFlow.createMany({ data: flows });
}

export function saveFigures(actor: MemberActor, target: Target, input: FiguresInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const draft = await findDraft(tx, actor, target);
    if (!draft.ok) return draft;
    const record = draft.value;
    const known = new Set(record.options.map((option) => option.id));
    const given = input.options.flatMap((option) => (option.id ? [option.id] : []));
    const strange = input.options.findIndex((option) => option.id !== null && !known.has(option.id));
    if (strange >= 0 || new Set(given).size !== given.length) {
      if (record.version !== target.version) return refuseStaleFigures(tx, actor, record);
      return refuseFields({ [`options.${Math.max(strange, 0)}.id`]: "This option does not belong to this case." });
    }
    const isChosenGone = record.chosenOptionId !== null && !given.includes(record.chosenOptionId);
    const choice = isChosenGone ? { chosenOptionId: null, choiceReason: "" } : {};
    if (!(await claim(tx, actor, target, choice))) return refuseStaleFigures(tx, actor, record);
    await tx.cashFlowLine.deleteMany({ where: { option: { businessCaseId: target.id } } });
    await tx.businessCaseOption.deleteMany({ where: { businessCaseId: target.id, id: { notIn: given } } });
    await writeOptions(tx, { ...record, organizationId: actor.organizationId }, input.options);
    auditFigures(audit, record, input);
    return done({ id: target.id, version: target.version + 1, engagementId: record.engagementId });
  });
}

function auditFigures(audit: Audit, record: CaseRecord, input: FiguresInput): void {
  const before = record.options.map(({ name, kind, lines }) => ({ name, kind, lines }));
  const after = input.options.map(({ name, kind, lines }) => ({ name, kind, lines }));
  audit({ action: "businessCase.saveFigures", subject: caseSubject(record), before, after });
}

/** The grid's cells by their names in the form, so that two people can compare cell by cell. */
function refuseStaleFigures(tx: Transaction, actor: MemberActor, record: CaseRecord): Promise<Refusal> {
  const values: Record<string, string | number | null> & { version: number } = { version: record.version };
  for (const [at, option] of record.options.entries()) {
    values[`options.${at}.name`] = option.name;
    for (const [row, line] of option.lines.entries()) {
      values[`options.${at}.lines.${row}.name`] = line.name;
      for (const [year, amount] of line.amounts.entries()) {
        values[`options.${at}.lines.${row}.amounts.${year}`] = amount;
      }
    }
  }
  return refuseChanged(tx, { organizationId: actor.organizationId, ...caseSubject(record) }, values);
}

export function chooseOption(actor: MemberActor, target: Target, input: ChooseInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const draft = await findDraft(tx, actor, target);
    if (!draft.ok) return draft;
    const record = draft.value;
    const chosen = record.options.find((option) => option.id === input.optionId);
    if (!chosen) return refuseFields({ optionId: "Choose one of the options of this case." });
    const data = { chosenOptionId: chosen.id, choiceReason: input.reason };
    if (!(await claim(tx, actor, target, data))) {
      const { chosenOptionId: optionId, choiceReason: reason, version } = record;
      const subject = { organizationId: actor.organizationId, ...caseSubject(record) };
      return refuseChanged(tx, subject, { optionId, reason, version });
    }
    audit({
      action: "businessCase.choose",
      subject: caseSubject(record),
      before: { chosenOptionId: record.chosenOptionId, choiceReason: record.choiceReason },
      after: { chosenOptionId: chosen.id, option: chosen.name, choiceReason: input.reason },
    });
    return done({ id: target.id, version: target.version + 1, engagementId: record.engagementId });
  });
}

/** A copy of the newest revision to work on, once that one is decided. */
export function reviseCase(actor: MemberActor, target: Target): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const record = await findCase(organizationId, target.id, tx);
    if (!record) return refuseMissing("business case");
    if (record.state === "draft" || record.state === "submitted") {
      return refuse("This revision is still open. A new one is made once it is approved or rejected.");
    }
    const { engagementId, currency, convention, firstYear, years, assumptions, discountRate, taxRate } = record;
    const last = await tx.businessCase.aggregate({ where: { engagementId }, _max: { revision: true } });
    const revision = (last._max.revision ?? record.revision) + 1;
    try {
      const made = await tx.businessCase.create({
        data: {
          organizationId,
          engagementId,
          revision,
          currency,
          convention,
          firstYear,
          years,
          assumptions,
          discountRate,
          taxRate,
          preparedById: actor.memberId,
        },
        select: { id: true, version: true },
      });
      const options = record.options.map((option) => ({ ...option, id: null }));
      await writeOptions(tx, { id: made.id, organizationId, firstYear, years }, options);
      audit({ action: "businessCase.revise", subject: caseSubject({ ...record, id: made.id, revision }) });
      return done({ ...made, engagementId });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("Somebody has made a new revision meanwhile. Load the page again.");
      throw error;
    }
  });
}
