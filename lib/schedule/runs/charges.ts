import "server-only";
import { listChargedMonths, listMonthlyLines } from "@/lib/charges/due-queries";
import { proposeCharges } from "@/lib/charges/mutations/proposals";
import { listTerms } from "@/lib/contracts/due-queries";
import { addMonths } from "@/lib/shared/month";
import { counted } from "../remind";
import { countBack, listEndedMonths } from "../rules";
import type { ScheduledWork } from "../table";

/** What is known without a delivery, for each month that has ended and each line with neither charge nor proposal. */
export const runCharges: ScheduledWork = async ({ actor, organizationId, today, sinceDay }) => {
  const back = countBack(today, sinceDay);
  const terms = await listTerms(organizationId, back);
  const lines = await listMonthlyLines(organizationId);
  const months = await listChargedMonths(organizationId, addMonths(today.slice(0, 7), -back - 1));
  const taken = new Set(months.map(({ chargeLineId, month }) => `${chargeLineId} ${month}`));
  let proposed = 0;
  for (const term of terms) {
    const own = lines.filter((line) => line.contractId === term.id);
    for (const month of listEndedMonths(term, back)) {
      const lineIds = own.filter((line) => !taken.has(`${line.id} ${month}`)).map(({ id }) => id);
      if (lineIds.length > 0) proposed += await proposeCharges(actor, { contractId: term.id, month, lineIds });
    }
  }
  return `Proposed ${counted(proposed, "charge")}`;
};
