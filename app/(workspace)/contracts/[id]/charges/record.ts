"use server";

import { recordMonthlyCharge } from "@/lib/charges/mutations/months";
import { recordMonthlyChargeSchema } from "@/lib/charges/schema";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";

export const recordCharge = memberAction("charge:write", recordMonthlyChargeSchema, async (input, member) => {
  const stored = await recordMonthlyCharge(member, input);
  if (!stored.ok) return stored;
  const { contractId, amount, currency, month } = stored.value;
  return done({ message: `${amount} ${currency} recorded for ${month}`, revalidate: `/contracts/${contractId}` });
});
