import { randomUUID } from "node:crypto";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { saveDraft, startBid, submitBid } from "@/lib/sourcing/bids/mutations";
import { confirmOpening, startOpening } from "@/lib/sourcing/bids/openings";
import { declareInterests } from "@/lib/sourcing/evaluation/interests";
import { examineBid, lockTechnical } from "@/lib/sourcing/evaluation/moderation";
import { lockScores, saveScore } from "@/lib/sourcing/evaluation/scoring";
import { makeMember, makeOrganization } from "./factories";

type Organization = Awaited<ReturnType<typeof makeOrganization>>;

/** A vendor with one contact, as a session would mint it. */
export async function makeVendor(organization: Organization, name?: string): Promise<VendorActor> {
  const mark = randomUUID().slice(0, 8);
  const legalName = name ?? `Vendor ${mark}`;
  const vendor = await db.vendor.create({
    data: { organizationId: organization.id, code: `VEN-${mark}`, legalName, country: "DE", status: "approved" },
    select: { id: true },
  });
  const person = await db.person.create({
    data: { email: `${mark}@vendor.test`, name: `Contact ${mark}` },
    select: { id: true, name: true, email: true },
  });
  const contact = await db.vendorContact.create({
    data: {
      organizationId: organization.id,
      vendorId: vendor.id,
      personId: person.id,
      name: person.name,
      email: person.email,
    },
    select: { id: true },
  });
  return {
    kind: "vendor",
    organizationId: organization.id,
    vendorId: vendor.id,
    contactId: contact.id,
    personId: person.id,
    name: person.name,
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
}

export type Tender = Awaited<ReturnType<typeof makeTender>>;
type Options = {
  vendors?: number;
  minimumTechnical?: string;
  bidsUntil?: Date;
  approvalLimit?: string;
  evaluators?: number;
};

const HOUR = 3_600_000;

/** A published RFP with one lot, two criteria, a mandatory requirement, two priced items and invited vendors. */
export async function makeTender(options: Options = {}) {
  const organization = await makeOrganization(options.approvalLimit ? { approvalLimit: options.approvalLimit } : {});
  const organizationId = organization.id;
  const [procurement, colleague, executive] = await Promise.all([
    makeMember(organization, ["procurement"]),
    makeMember(organization, ["procurement"]),
    makeMember(organization, ["executive"]),
  ]);
  const mark = randomUUID().slice(0, 8);
  const bidsUntil = options.bidsUntil ?? new Date(Date.now() + HOUR);
  const engagement = await db.engagement.create({
    data: {
      organizationId,
      code: `ENG-${mark}`,
      name: "Payroll",
      ownerId: procurement.memberId,
      currency: "EUR",
      stage: "source",
    },
    select: { id: true },
  });
  const scope = await db.scopeOfWork.create({
    data: { organizationId, engagementId: engagement.id, state: "issued" },
    select: { id: true },
  });
  const requirement = await db.requirement.create({
    data: {
      organizationId,
      scopeId: scope.id,
      code: "R-1",
      position: 1,
      section: "Security",
      kind: "security",
      priority: "mandatory",
      title: "ISO 27001 certificate",
    },
    select: { id: true },
  });
  const rfp = await db.rfp.create({
    data: {
      organizationId,
      code: `RFP-${mark}`,
      engagementId: engagement.id,
      scopeId: scope.id,
      title: "Payroll for six countries",
      currency: "EUR",
      termMonths: 12,
      technicalWeight: 60,
      priceWeight: 40,
      minimumTechnical: options.minimumTechnical ?? "0",
      timeZone: "Europe/Berlin",
      questionsUntil: bidsUntil,
      bidsUntil,
      openingAt: bidsUntil,
      ownerId: procurement.memberId,
    },
    select: { id: true, code: true },
  });
  const lot = await db.rfpLot.create({
    data: { organizationId, rfpId: rfp.id, number: 1, title: "All countries" },
    select: { id: true },
  });
  const criteria = await Promise.all(
    [
      { position: 1, name: "Accuracy", weight: 60 },
      { position: 2, name: "Coverage", weight: 40 },
    ].map((each) => db.rfpCriterion.create({ data: { organizationId, rfpId: rfp.id, ...each }, select: { id: true } })),
  );
  const question = (
    position: number,
    values: { text: string; kind: "text" | "yesNo"; criterionId?: string; requirementId?: string },
  ) =>
    db.rfpQuestion.create({
      data: { organizationId, rfpId: rfp.id, section: "Questions", position, isMandatory: true, ...values },
      select: { id: true },
    });
  const mandatory = await question(1, { text: "Do you hold it?", kind: "yesNo", requirementId: requirement.id });
  const open = await question(2, { text: "How?", kind: "text", criterionId: criteria[0]?.id ?? "" });
  const items = await Promise.all([
    db.rfpPriceItem.create({
      data: {
        organizationId,
        rfpId: rfp.id,
        lotId: lot.id,
        position: 1,
        name: "Payslip",
        unit: "payslip",
        kind: "recurring",
        quantity: 100,
      },
      select: { id: true },
    }),
    db.rfpPriceItem.create({
      data: {
        organizationId,
        rfpId: rfp.id,
        lotId: lot.id,
        position: 2,
        name: "Set-up",
        unit: "once",
        kind: "oneOff",
        quantity: 1,
      },
      select: { id: true },
    }),
  ]);
  await db.rfp.update({ where: { id: rfp.id }, data: { state: "published" } });
  const vendors: VendorActor[] = [];
  for (let index = 0; index < (options.vendors ?? 2); index += 1) {
    const vendor = await makeVendor(organization, `Bidder ${index + 1} ${mark}`);
    await db.rfpInvitation.create({
      data: { organizationId, rfpId: rfp.id, vendorId: vendor.vendorId, invitedAt: new Date() },
    });
    vendors.push(vendor);
  }
  const evaluators: MemberActor[] = [];
  for (let index = 0; index < (options.evaluators ?? 2); index += 1) {
    const evaluator = await makeMember(organization, ["operations"]);
    await db.rfpEvaluator.create({ data: { organizationId, rfpId: rfp.id, memberId: evaluator.memberId } });
    evaluators.push(evaluator);
  }
  return {
    organization,
    procurement,
    colleague,
    executive,
    rfp,
    lot,
    engagement,
    criteria,
    questions: { mandatory, open },
    items,
    vendors,
    evaluators,
    bidsUntil,
  };
}

export function first<T>(values: readonly T[], index = 0): T {
  const value = values[index];
  if (value === undefined) throw new Error(`There is no element ${index}.`);
  return value;
}

export function contentFor(
  tender: Tender,
  values: { mandatory?: string; answer?: string; prices?: [string, string] } = {},
) {
  const [unit, once] = values.prices ?? ["5", "1000"];
  return {
    answers: [
      { questionId: tender.questions.mandatory.id, text: values.mandatory ?? "yes" },
      { questionId: tender.questions.open.id, text: values.answer ?? "With care." },
    ],
    exceptions: "",
    valueAdded: "",
    prices: [
      { itemId: first(tender.items).id, unitPrice: unit },
      { itemId: first(tender.items, 1).id, unitPrice: once },
    ],
  };
}

/** Begins, fills and submits a bid. */
export async function makeBid(tender: Tender, vendor: VendorActor, values: Parameters<typeof contentFor>[1] = {}) {
  const started = await startBid(vendor, { rfpId: tender.rfp.id, lotId: tender.lot.id });
  if (!started.ok) throw new Error(started.message);
  const { id } = started.value;
  const saved = await saveDraft(vendor, { id, version: 1, ...contentFor(tender, values) });
  if (!saved.ok) throw new Error(saved.message);
  const submitted = await submitBid(vendor, { id, version: saved.value.version });
  if (!submitted.ok) throw new Error(submitted.message);
  return { id, receipt: submitted.value };
}

/** The deadline comes: moved into the past behind the app's back. */
export async function passDeadline(tender: Tender): Promise<void> {
  const past = new Date(Date.now() - 60_000);
  await db.rfp.update({ where: { id: tender.rfp.id }, data: { bidsUntil: past, openingAt: past } });
}

export async function openEnvelopes(tender: Tender, envelope: "technical" | "price") {
  const started = await startOpening(tender.procurement, { rfpId: tender.rfp.id, envelope });
  if (!started.ok) return started;
  return confirmOpening(tender.executive, { id: started.value.id });
}

export async function admit(tender: Tender, bidId: string, isMet = true) {
  const { version } = await db.bid.findUniqueOrThrow({ where: { id: bidId }, select: { version: true } });
  const findings = [{ questionId: tender.questions.mandatory.id, isMet }];
  return examineBid(tender.procurement, { id: bidId, version, findings });
}

/** Scores by bid: the same for every criterion and evaluator. */
export async function scoreAll(tender: Tender, scores: Record<string, string>) {
  for (const evaluator of tender.evaluators) {
    await declareInterests(evaluator, { rfpId: tender.rfp.id, conflicts: [] });
    for (const [bidId, score] of Object.entries(scores)) {
      for (const criterion of tender.criteria) {
        await saveScore(evaluator, { bidId, criterionId: criterion.id, score, comment: "Because." });
      }
    }
    const locked = await lockScores(evaluator, { rfpId: tender.rfp.id });
    if (!locked.ok) throw new Error(locked.message);
  }
}

export async function lockQuality(tender: Tender) {
  const { version } = await db.rfp.findUniqueOrThrow({ where: { id: tender.rfp.id }, select: { version: true } });
  return lockTechnical(tender.procurement, { rfpId: tender.rfp.id, version });
}

/** All the way to open prices. Bids: score and unit prices by vendor in order. */
export async function makeRankedTender(bids: { score: string; prices: [string, string] }[], options: Options = {}) {
  const tender = await makeTender({ ...options, vendors: bids.length });
  const ids: string[] = [];
  for (const [index, bid] of bids.entries()) {
    ids.push((await makeBid(tender, first(tender.vendors, index), { prices: bid.prices })).id);
  }
  await passDeadline(tender);
  await openEnvelopes(tender, "technical");
  for (const id of ids) await admit(tender, id);
  await scoreAll(tender, Object.fromEntries(ids.map((id, index) => [id, first(bids, index).score])));
  const locked = await lockQuality(tender);
  if (!locked.ok) throw new Error(locked.message);
  const opened = await openEnvelopes(tender, "price");
  if (!opened.ok) throw new Error(opened.message);
  return { tender, ids };
}
