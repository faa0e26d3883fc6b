import { activateContract } from "@/lib/agreements/mutations/activate";
import { recordPaperSignature, signForClient } from "@/lib/agreements/mutations/sign";
import { createChargeLine } from "@/lib/charges/mutations/lines";
import { recordMonthlyCharge } from "@/lib/charges/mutations/months";
import { chargeLineBody } from "@/lib/charges/schema";
import { decideContract } from "@/lib/contracts/mutations/approve";
import { createContract } from "@/lib/contracts/mutations/create";
import { submitContract } from "@/lib/contracts/mutations/terms";
import { createContractSchema } from "@/lib/contracts/schema";
import { db } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { firstDay, monthRange } from "@/lib/shared/month";
import { type SampleContract, sampleContracts } from "./content/contracts";
import { idOf, memberOf, monthsAgo, must, noise, type Sample } from "./context";
import { reportHistory, seedLevels } from "./service-levels";

const HISTORY_MONTHS = 24;

export async function seedContracts(sample: Sample): Promise<void> {
  for (const [index, contract] of sampleContracts.entries()) {
    const contractId = await signedContract(sample, contract);
    const levels = await seedLevels(sample, contract, contractId);
    await activate(sample, contractId);
    const months = monthRange(monthsAgo(sample, Math.min(contract.age, HISTORY_MONTHS)), monthsAgo(sample, 1));
    await seedCharges(sample, contract, contractId, months, index);
    await reportHistory(sample, contract, contractId, levels, months, index);
  }
}

function yearlyValue(contract: SampleContract): string {
  const perUnit = contract.unit ? d(contract.unit.volume(0.5, 0)).times(contract.unit.bands[0]?.[1] ?? "0") : d(0);
  return d(contract.fee).plus(perUnit).times(12).toFixed(0);
}

/** Written by hand and signed on paper, as contracts are that existed before. */
async function signedContract(sample: Sample, contract: SampleContract): Promise<string> {
  const petra = memberOf(sample, "petra");
  const startDate = firstDay(monthsAgo(sample, contract.age));
  const endDate = Temporal.PlainDate.from(firstDay(monthsAgo(sample, -contract.left)))
    .subtract({ days: 1 })
    .toString();
  const input = createContractSchema.parse({
    engagementId: idOf(sample.engagements, contract.engagement),
    vendorId: idOf(sample.vendors, contract.vendor),
    title: contract.title,
    type: contract.type,
    currency: "EUR",
    timeZone: "Europe/Berlin",
    startDate,
    endDate,
    renewal: "tacit",
    renewalMonths: 12,
    clientNoticeMonths: contract.noticeMonths,
    vendorNoticeMonths: 12,
    internalLeadDays: 45,
    switchingLeadDays: 240,
    yearlyValue: yearlyValue(contract),
    atRiskPercent: contract.atRisk,
    yearlyCapPercent: "8",
    governingLaw: "Germany",
    coverageHours: contract.engagement === "desk" ? "Around the clock" : "Monday to Saturday, 07:00 to 22:00",
    exitPlan: "Data and runbooks are returned within 30 days; two people of each shift stay available for 60 days.",
    terminationRights:
      "Without cause with notice; at once after three months below minimum of a critical service level within twelve.",
    dataProtectionTerms: [],
  });
  const made = must(await createContract(petra, input));
  const lines = [
    { name: "Monthly fee", kind: "fixedFee", isCreditBase: true, terms: { monthly: contract.fee } },
    ...(contract.unit
      ? [
          {
            name: contract.unit.name,
            kind: "unitPrice",
            isCreditBase: true,
            terms: { bands: contract.unit.bands, mode: "reached" },
          },
        ]
      : []),
  ];
  for (const line of lines) must(await createChargeLine(petra, made.id, chargeLineBody.parse(line)));
  return made.id;
}

async function versionOf(contractId: string): Promise<{ version: number; state: string }> {
  return db.contract.findUniqueOrThrow({ where: { id: contractId }, select: { version: true, state: true } });
}

async function activate(sample: Sample, contractId: string): Promise<void> {
  const petra = memberOf(sample, "petra");
  const edgar = memberOf(sample, "edgar");
  const version = async () => (await versionOf(contractId)).version;
  const vendor = await db.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: { startDate: true, vendor: { select: { vendorContacts: { select: { name: true }, take: 1 } } } },
  });
  must(await submitContract(petra, contractId, await version()));
  const { sha256 } = await db.contractText.findFirstOrThrow({ where: { contractId }, select: { sha256: true } });
  must(await signForClient(edgar, contractId, { sha256, name: edgar.name }));
  const signedOn = vendor.startDate?.toISOString().slice(0, 10) ?? "";
  const signerName = vendor.vendor.vendorContacts[0]?.name ?? "";
  must(await recordPaperSignature(petra, contractId, { signedOn, name: signerName, sha256 }));
  const pending = await db.approval.count({ where: { subjectId: contractId, kind: "contract", state: "pending" } });
  if (pending > 0) must(await decideContract(edgar, contractId, await version(), { decision: "approve", reason: "" }));
  if ((await versionOf(contractId)).state === "signed")
    must(await activateContract(petra, contractId, await version()));
}

async function seedCharges(
  sample: Sample,
  contract: SampleContract,
  contractId: string,
  months: string[],
  seed: number,
): Promise<void> {
  const lines = await db.chargeLine.findMany({
    where: { contractId },
    select: { id: true, kind: true },
    orderBy: { position: "asc" },
  });
  const random = noise(1000 + seed);
  for (const [index, month] of months.entries()) {
    const volume = contract.unit?.volume(index / months.length, random()) ?? 0;
    for (const line of lines) {
      const delivery = line.kind === "unitPrice" ? { volume: String(volume) } : {};
      must(
        await recordMonthlyCharge(memberOf(sample, "fenna"), {
          chargeLineId: line.id,
          month,
          delivery,
          note: "",
          version: null,
        }),
      );
    }
  }
}
