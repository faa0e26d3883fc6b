"use server";

import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { createChargeLine, removeChargeLine, updateChargeLine } from "./mutations/lines";
import { addChargeLineSchema, removeChargeLineSchema, saveChargeLineSchema } from "./schema";

const pageOf = (contractId: string) => `/contracts/${contractId}/charges`;

export const addChargeLine = memberAction("charge:write", addChargeLineSchema, async (input, member) => {
  const { contractId, ...line } = input;
  const made = await createChargeLine(member, contractId, line);
  return made.ok
    ? done({ message: "Charge line added", redirectTo: pageOf(contractId), revalidate: "/contracts" })
    : made;
});

export const saveChargeLine = memberAction("charge:write", saveChargeLineSchema, async (input, member) => {
  const { id, version, ...line } = input;
  const saved = await updateChargeLine(member, id, version, line);
  return saved.ok ? done({ message: "Charge line saved", revalidate: "/contracts" }) : saved;
});

export const deleteChargeLine = memberAction("charge:write", removeChargeLineSchema, async (input, member) => {
  const removed = await removeChargeLine(member, input.id, input.version);
  if (!removed.ok) return removed;
  return done({
    message: "Charge line removed",
    redirectTo: pageOf(removed.value.contractId),
    revalidate: "/contracts",
  });
});
