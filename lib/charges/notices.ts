import "server-only";
import { findParties } from "@/lib/contracts/mutations/lock";
import { tellSides } from "@/lib/contracts/notices";
import type { ReactionContext } from "@/lib/server/happenings";
import { formatMoney } from "@/lib/shared/format";

const READER = { locale: "en-GB" };

export async function tellOfProposedCharges(
  { tx, actor }: ReactionContext,
  event: { contractId: string; month: string; proposals: number; amount: string; currency: string },
): Promise<void> {
  const { contractId, month, proposals, amount, currency } = event;
  const contract = await findParties(tx, contractId);
  const charges = proposals === 1 ? "1 charge" : `${proposals} charges`;
  await tellSides(tx, actor, contract, {
    kind: "charge",
    title: `${contract.code}: ${charges} of ${formatMoney(amount, currency, READER, { digits: "paid" })} proposed for ${month}`,
    body: "They count once somebody confirms them. Compare them with what was delivered.",
    to: ["client"],
    page: `/charges/months/${month}`,
    roles: ["finance"],
  });
}
