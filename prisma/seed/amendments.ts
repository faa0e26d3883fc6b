import { decideAmendment, recordPaperAssent } from "@/lib/agreements/mutations/decide-amendment";
import { amendContract } from "@/lib/agreements/mutations/draft-amendment";
import { amendmentBody } from "@/lib/agreements/schema";
import { db } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { firstDay } from "@/lib/shared/month";
import { type SampleContract, sampleContracts } from "./content/contracts";
import { daysAgo, idOf, memberOf, monthsAgo, must, type Sample } from "./context";

function sampleContract(engagement: string): SampleContract {
  const contract = sampleContracts.find((each) => each.engagement === engagement);
  if (!contract) throw new Error(`The sample has no contract on "${engagement}".`);
  return contract;
}

/** Proposes an amendment of the sample's contract on an engagement, and has it approved where the limit asks for it. */
async function propose(sample: Sample, engagement: string, input: object) {
  const contract = await db.contract.findFirstOrThrow({
    where: { organizationId: sample.organizationId, engagementId: idOf(sample.engagements, engagement) },
    select: { id: true, version: true },
  });
  const petra = memberOf(sample, "petra");
  const made = must(await amendContract(petra, contract.id, contract.version, amendmentBody.parse(input)));
  const approve = { decision: "approve" as const, reason: "" };
  if (made.needsApproval) must(await decideAmendment(memberOf(sample, "edgar"), made.id, approve));
  return made;
}

/** One amendment that both sides agreed on last year, and one that waits for the vendor to read and assent. */
export async function seedAmendments(sample: Sample): Promise<void> {
  const agreed = await propose(sample, "payables", {
    effectiveFrom: firstDay(monthsAgo(sample, 5)),
    summary: "Quarter closings are covered on Saturdays too, by named people.",
    changes: {
      coverageHours: "Monday to Saturday, 07:00 to 22:00; the last Saturday of a quarter to midnight",
      staffingTerms: "Six named people for quarter closings; two weeks' notice before one of them leaves the account.",
    },
  });
  const { sha256 } = await db.contractText.findFirstOrThrow({
    where: { amendmentId: agreed.id },
    select: { sha256: true },
  });
  const paper = { sha256, name: "Ruben Marrow", signedOn: daysAgo(sample, 160) };
  must(await recordPaperAssent(memberOf(sample, "petra"), agreed.id, paper));

  const desk = sampleContract("desk");
  const [level] = desk.levels;
  if (!level) throw new Error("The service desk of the sample has no service level.");
  await propose(sample, "desk", {
    effectiveFrom: firstDay(monthsAgo(sample, -2)),
    summary: "A higher level for the first service level, against two per cent more a month.",
    changes: { vendorNoticeMonths: 9 },
    chargeLines: [
      {
        code: "CL-01",
        line: {
          name: "Monthly fee",
          kind: "fixedFee",
          isCreditBase: true,
          terms: { monthly: d(desk.fee).times("1.02").toFixed(2) },
        },
      },
    ],
    serviceLevels: [
      {
        kpi: level.code,
        level: {
          class: level.class,
          category: level.category,
          expected: d(level.expected).plus("0.5").toFixed(),
          minimum: level.minimum,
          scheme: {
            type: "pool",
            poolPercent: desk.pool,
            allocationPercent: level.allocation,
            multipliers: ["1", "1.5", "2"],
            expectedMisses: 4,
          },
          clause: "Schedule 4.1",
        },
      },
    ],
  });
}
