import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { asOrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { saveDraft, startBid, submitBid } from "@/lib/sourcing/bids/mutations";
import { confirmOpening, startOpening } from "@/lib/sourcing/bids/openings";
import { draftContentSchema } from "@/lib/sourcing/bids/schema";
import { answerClarification } from "@/lib/sourcing/clarifications/mutations";
import { answerSchema } from "@/lib/sourcing/clarifications/schema";
import { declareInterests } from "@/lib/sourcing/evaluation/interests";
import { examineBid, lockTechnical, moderateScores } from "@/lib/sourcing/evaluation/moderation";
import { lockScores, saveScore } from "@/lib/sourcing/evaluation/scoring";
import { askExplanation } from "@/lib/sourcing/explanations/mutations";
import { askQuestion } from "@/lib/sourcing/portal/mutations";
import { setCriteria, setLots } from "@/lib/sourcing/rfps/contents/mutations";
import { addEvaluator, addInvitation } from "@/lib/sourcing/rfps/contents/people";
import { generateQuestions, updateQuestion } from "@/lib/sourcing/rfps/contents/questions";
import { createRfp, updateRfp } from "@/lib/sourcing/rfps/mutations";
import { publishRfp } from "@/lib/sourcing/rfps/publication/mutations";
import {
  createRfpSchema,
  criteriaSchema,
  lotsSchema,
  questionSchema,
  updateRfpSchema,
} from "@/lib/sourcing/rfps/schema";
import { startScope, updateScope } from "@/lib/sourcing/scope/mutations";
import { addDeliverable, addProposedLevel, addResponsibility } from "@/lib/sourcing/scope/parts/mutations";
import { addRequirement } from "@/lib/sourcing/scope/requirements/mutations";
import {
  deliverableSchema,
  proposedLevelSchema,
  requirementSchema,
  responsibilitySchema,
} from "@/lib/sourcing/scope/schema";
import { type SampleBid, type SampleQuestion, type SampleRfp, sampleRfps, sampleScopes } from "./content/sourcing";
import { idOf, memberOf, must, type Sample } from "./context";

export async function seedSourcing(sample: Sample): Promise<void> {
  for (const [engagement, scope] of Object.entries(sampleScopes)) await seedScope(sample, engagement, scope);
  for (const rfp of sampleRfps) await seedRfp(sample, rfp);
}

async function seedScope(sample: Sample, engagement: string, scope: (typeof sampleScopes)[string]): Promise<void> {
  const actor = memberOf(sample, "oskar");
  const engagementId = idOf(sample.engagements, engagement);
  const carried = await db.engagementProcess.findFirst({ where: { engagementId }, select: { processId: true } });
  const started = must(await startScope(actor, engagementId));
  const { inScope, outOfScope, retained: retainedResponsibilities } = scope;
  must(await updateScope(actor, started.id, started.version, { inScope, outOfScope, retainedResponsibilities }));
  for (const [section, title, kind, priority] of scope.requirements) {
    must(
      await addRequirement(
        actor,
        started.id,
        requirementSchema.parse({ section, title, kind, priority, processId: carried?.processId ?? null }),
      ),
    );
  }
  for (const name of scope.deliverables)
    must(await addDeliverable(actor, started.id, deliverableSchema.parse({ name })));
  for (const [activity, client, vendor] of scope.responsibilities)
    must(await addResponsibility(actor, started.id, responsibilitySchema.parse({ activity, client, vendor })));
  for (const [name, unit, direction, expected, minimum, baseline] of scope.levels) {
    const level = {
      name,
      unit,
      direction,
      expected,
      minimum,
      baseline,
      isCritical: true,
      processId: carried?.processId ?? null,
    };
    must(await addProposedLevel(actor, started.id, proposedLevelSchema.parse(level)));
  }
}

const HOUR = 3_600_000;
const after = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

async function seedRfp(sample: Sample, rfp: SampleRfp): Promise<void> {
  const petra = memberOf(sample, "petra");
  const made = must(
    await createRfp(
      petra,
      createRfpSchema.parse({
        engagementId: idOf(sample.engagements, rfp.engagement),
        title: rfp.title,
        description: rfp.description,
      }),
    ),
  );
  const version = async () =>
    (await db.rfp.findUniqueOrThrow({ where: { id: made.id }, select: { version: true } })).version;
  const dates = {
    questionsUntil: after(24 * 9),
    answersUntil: after(24 * 12),
    bidsUntil: after(24 * 18),
    openingAt: after(24 * 18 + 1),
  };
  must(await updateRfp(petra, made.id, await version(), updateRfpSchema.parse({ ...dates, ...rfp.rules })));
  must(
    await setCriteria(
      petra,
      made.id,
      await version(),
      criteriaSchema.parse({ criteria: rfp.criteria.map(([name, weight]) => ({ name, weight })) }).criteria,
    ),
  );
  must(
    await setLots(
      petra,
      made.id,
      await version(),
      lotsSchema.parse({
        lots: [{ title: rfp.title, items: rfp.items }, ...(rfp.furtherLots ?? [])].map((lot) => ({
          title: lot.title,
          items: lot.items.map(([name, unit, kind, quantity]) => ({ name, unit, kind, quantity })),
        })),
      }).lots,
    ),
  );
  must(await generateQuestions(petra, made.id));
  await linkQuestions(petra, made.id);
  for (const key of rfp.evaluators) must(await addEvaluator(petra, made.id, memberOf(sample, key).memberId));
  for (const key of rfp.vendors) must(await addInvitation(petra, made.id, idOf(sample.vendors, key)));
  if (rfp.until === "draft") return;
  must(await publishRfp(petra, made.id, await version()));
  for (const question of rfp.questions ?? []) await askAndAnswer(sample, made.id, question);
  for (const bid of rfp.bids) await submit(sample, made.id, bid);
  if (rfp.until === "published") return;
  await evaluate(sample, rfp, made.id);
}

/** Every question that is scored counts towards a criterion, in turn. */
async function linkQuestions(actor: MemberActor, rfpId: string): Promise<void> {
  const criteria = await db.rfpCriterion.findMany({
    where: { rfpId },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const questions = await db.rfpQuestion.findMany({ where: { rfpId }, orderBy: { position: "asc" } });
  for (const [index, question] of questions.filter((each) => each.kind !== "yesNo").entries()) {
    const { section, text, kind, choices, isMandatory } = question;
    const criterionId = criteria[index % criteria.length]?.id ?? null;
    must(
      await updateQuestion(
        actor,
        question.id,
        question.version,
        questionSchema.parse({ section, text, kind, choices, isMandatory, criterionId }),
      ),
    );
  }
}

const bidKey = { id: true, version: true, vendorId: true, lot: { select: { number: true } } } as const;

/** What the sample says of a bid that is in the database. */
function writtenBid(sample: Sample, rfp: SampleRfp, bid: { vendorId: string; lot: { number: number } }) {
  return rfp.bids.find(
    (each) => idOf(sample.vendors, each.vendor) === bid.vendorId && (each.lot ?? 1) === bid.lot.number,
  );
}

async function askAndAnswer(
  sample: Sample,
  rfpId: string,
  { vendor, question, answer }: SampleQuestion,
): Promise<void> {
  const asked = must(await askQuestion(await contactOf(sample, vendor), { rfpId, question }));
  if (!answer) return;
  const input = answerSchema.parse({
    answer: answer.text,
    visibility: answer.privateReason ? "asker" : "everyone",
    publishedQuestion: answer.published ?? null,
    privateReason: answer.privateReason ?? null,
  });
  must(await answerClarification(memberOf(sample, "petra"), asked.id, 1, input));
}

async function contactOf(sample: Sample, vendor: string): Promise<VendorActor> {
  const contact = await db.vendorContact.findFirstOrThrow({
    where: { vendorId: idOf(sample.vendors, vendor), personId: { not: null } },
    select: { id: true, name: true, personId: true, vendorId: true },
  });
  return {
    kind: "vendor",
    organizationId: asOrganizationId(sample.organizationId),
    vendorId: contact.vendorId,
    contactId: contact.id,
    personId: contact.personId ?? "",
    name: contact.name,
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
}

async function submit(sample: Sample, rfpId: string, bid: SampleBid): Promise<void> {
  const actor = await contactOf(sample, bid.vendor);
  const lot = await db.rfpLot.findFirstOrThrow({
    where: { rfpId, number: bid.lot ?? 1 },
    select: { id: true, rfpPriceItems: { orderBy: { position: "asc" }, select: { id: true } } },
  });
  const questions = await db.rfpQuestion.findMany({
    where: { rfpId },
    select: { id: true, kind: true, choices: true },
  });
  const started = must(await startBid(actor, { rfpId, lotId: lot.id }));
  const { version } = await db.bid.findUniqueOrThrow({ where: { id: started.id }, select: { version: true } });
  const answers = questions.map(({ id, kind, choices }) => ({
    questionId: id,
    text: kind === "yesNo" ? "yes" : kind === "number" ? "12" : (choices[0] ?? bid.answer),
  }));
  const prices = lot.rfpPriceItems.map(({ id }, index) => ({ itemId: id, unitPrice: bid.prices[index] ?? "1" }));
  const draft = must(
    await saveDraft(actor, {
      ...draftContentSchema.parse({
        answers,
        prices,
        exceptions: bid.exceptions ?? "",
        valueAdded: bid.valueAdded ?? "",
      }),
      id: started.id,
      version,
    }),
  );
  must(await submitBid(actor, { id: started.id, version: draft.version }));
}

/** Opens, scores and moderates. The timetable is moved into the past for it: the sample cannot wait for its own deadline. */
async function evaluate(sample: Sample, rfp: SampleRfp, rfpId: string): Promise<void> {
  const back = (days: number) => new Date(Date.now() - days * 24 * HOUR);
  // Just over, by the database's clock: the bids were submitted a moment ago, and they were in time.
  const submitted = await db.bid.aggregate({ where: { rfpId }, _max: { submittedAt: true } });
  const end = new Date((submitted._max.submittedAt ?? back(1)).getTime() + 1);
  await db.rfp.update({
    where: { id: rfpId },
    data: {
      publishedAt: back(34),
      questionsUntil: back(20),
      answersUntil: back(17),
      bidsUntil: end,
      openingAt: end,
    },
  });
  await db.rfpInvitation.updateMany({ where: { rfpId }, data: { invitedAt: back(34) } });
  const petra = memberOf(sample, "petra");
  const first = must(await startOpening(petra, { rfpId, envelope: "technical" }));
  must(await confirmOpening(memberOf(sample, "edgar"), { id: first.id }));
  for (const { member, vendor, reason } of rfp.conflicts ?? []) {
    const conflicts = [{ vendorId: idOf(sample.vendors, vendor), hasConflict: true, reason }];
    must(await declareInterests(memberOf(sample, member), { rfpId, conflicts }));
  }
  const bids = await db.bid.findMany({ where: { rfpId }, select: bidKey });
  for (const bid of bids) {
    const findings = await db.bidAnswer.findMany({
      where: { bidId: bid.id, question: { requirement: { priority: "mandatory" } } },
      select: { questionId: true },
    });
    must(
      await examineBid(petra, {
        id: bid.id,
        version: bid.version,
        findings: findings.map(({ questionId }) => ({ questionId, isMet: true })),
      }),
    );
  }
  const criteria = await db.rfpCriterion.findMany({
    where: { rfpId },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  for (const [place, key] of rfp.evaluators.entries()) {
    const evaluator = memberOf(sample, key);
    must(await declareInterests(evaluator, { rfpId, conflicts: [] }));
    for (const bid of bids) {
      const scores = writtenBid(sample, rfp, bid)?.scores[place] ?? [];
      for (const [index, criterion] of criteria.entries()) {
        must(
          await saveScore(evaluator, {
            bidId: bid.id,
            criterionId: criterion.id,
            score: scores[index] ?? "3",
            comment: "As described in the answers of this section.",
          }),
        );
      }
    }
    if (rfp.until !== "scoring" || place === 0) must(await lockScores(evaluator, { rfpId }));
  }
  if (rfp.until === "scoring") return;
  await moderate(sample, rfp, rfpId, criteria);
  const second = must(await startOpening(petra, { rfpId, envelope: "price" }));
  must(await confirmOpening(memberOf(sample, "edgar"), { id: second.id }));
  for (const { vendor, lot, request } of rfp.explanations ?? []) {
    const where = { rfpId, vendorId: idOf(sample.vendors, vendor), lot: { number: lot } };
    const bid = await db.bid.findFirstOrThrow({ where, select: { id: true } });
    must(await askExplanation(petra, { bidId: bid.id, request, dueAt: after(24 * 5) }));
  }
}

async function moderate(
  sample: Sample,
  rfp: SampleRfp,
  rfpId: string,
  criteria: readonly { id: string }[],
): Promise<void> {
  const petra = memberOf(sample, "petra");
  for (const [index, criterion] of criteria.entries()) {
    const bids = await db.bid.findMany({ where: { rfpId, state: "valid" }, select: bidKey });
    const scores = bids.map((bid) => {
      const given = writtenBid(sample, rfp, bid)?.scores ?? [];
      return {
        bidId: bid.id,
        score: given[0]?.[index] ?? "3",
        reason: "Agreed after comparing the answers side by side.",
      };
    });
    must(await moderateScores(petra, { rfpId, criterionId: criterion.id, scores }));
  }
  const { version } = await db.rfp.findUniqueOrThrow({ where: { id: rfpId }, select: { version: true } });
  must(await lockTechnical(petra, { rfpId, version }));
}
