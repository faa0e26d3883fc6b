import "server-only";
import { listChargedMonths, listMonthlyLines } from "@/lib/charges/due-queries";
import { findChargedDays } from "@/lib/charges/rules/charge-month";
import { type ContractTerm, listTerms } from "@/lib/contracts/due-queries";
import { db } from "@/lib/server/database";
import { listLevelMonths, listReportedMonths } from "@/lib/service-levels/queries/due";
import { addMonths } from "@/lib/shared/month";
import { findVendorPeople } from "@/lib/vendors/contacts/people";
import { counted, type Reminder, remind } from "../remind";
import { countBack, listEndedMonths } from "../rules";
import type { ScheduledContext, ScheduledWork } from "../table";

/** Who owes what of a month that has ended: both sides its report, the client's people its charges. */
export const runMonths: ScheduledWork = async (context) => {
  const back = countBack(context.today, context.sinceDay);
  const terms = await listTerms(context.organizationId, back);
  const reports = await listReports(context, terms, back);
  const charges = await listCharges(context, terms, back);
  const told = await remind(context, [...reports, ...charges]);
  return `Told of ${counted(told, "month")} due`;
};

// A contract's own day may still lie in the month before the organization's.
const firstMonth = ({ today }: ScheduledContext, back: number) => addMonths(today.slice(0, 7), -back - 1);

async function listReports(context: ScheduledContext, terms: ContractTerm[], back: number): Promise<Reminder[]> {
  const { organizationId } = context;
  const levels = new Map((await listLevelMonths(organizationId)).map((each) => [each.contractId, each]));
  const months = await listReportedMonths(organizationId, firstMonth(context, back));
  const reported = new Set(months.map(({ contractId, month }) => `${contractId} ${month}`));
  const people = new Map<string, string[]>();
  for (const vendorId of new Set(terms.map((term) => term.vendorId)))
    people.set(vendorId, await findVendorPeople(db, { vendorId }));
  return terms.flatMap((term) => {
    const agreed = levels.get(term.id);
    if (!agreed) return [];
    return listEndedMonths(term, back)
      .filter((month) => month >= agreed.from && (agreed.to === null || month <= agreed.to))
      .filter((month) => !reported.has(`${term.id} ${month}`))
      .flatMap((month) => askForReport(term, month, people.get(term.vendorId) ?? []));
  });
}

function askForReport(term: ContractTerm, month: string, vendorPeople: string[]): Reminder[] {
  const told = {
    kind: "month",
    title: `${term.code}: ${month} has ended and is not reported`,
    body: "Record its values or upload its cases and report it, so that it can be verified.",
  } as const;
  const page = `/service-levels?month=${month}`;
  return [
    {
      ...told,
      key: `report:${term.id}:${month}:client`,
      personIds: [term.ownerPersonId],
      roles: ["operations"],
      href: `/contracts/${term.id}${page}`,
    },
    {
      ...told,
      key: `report:${term.id}:${month}:vendor`,
      personIds: vendorPeople,
      vendorId: term.vendorId,
      href: `/portal/contracts/${term.id}${page}`,
    },
  ];
}

async function listCharges(context: ScheduledContext, terms: ContractTerm[], back: number): Promise<Reminder[]> {
  const lines = await listMonthlyLines(context.organizationId);
  const months = await listChargedMonths(context.organizationId, firstMonth(context, back));
  // A proposal is no charge, but it has told its people already.
  const taken = new Set(months.map(({ chargeLineId, month }) => `${chargeLineId} ${month}`));
  return terms.flatMap((term) => {
    const own = lines.filter((line) => line.contractId === term.id);
    return listEndedMonths(term, back).flatMap((month): Reminder[] => {
      const due = own.filter((line) =>
        findChargedDays(month, [
          { from: line.effectiveFrom, to: line.effectiveTo },
          { from: term.startDate, to: null },
        ]),
      );
      const missing = due.filter((line) => !taken.has(`${line.id} ${month}`));
      if (missing.length === 0) return [];
      return [
        {
          key: `charges:${term.id}:${month}`,
          kind: "charge",
          personIds: [term.ownerPersonId],
          roles: ["finance"],
          title: `${term.code}: ${month} has ended without the charge of ${missing.length} of ${counted(due.length, "line")}`,
          body: `Missing: ${missing.map(({ code }) => code).join(", ")}. Credits are a share of the charges: they wait for them.`,
          href: `/contracts/${term.id}/charges/months/${month}`,
        },
      ];
    });
  });
}
