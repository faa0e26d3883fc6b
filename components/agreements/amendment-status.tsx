import { Status } from "@/components/ui/status";
import { AMENDMENT_STATE, type AmendmentState } from "@/lib/agreements/labels";

type Props = {
  amendment: { state: AmendmentState; effectiveFrom: string; needsApproval: boolean; approvedAt: string | null };
  today: string;
};

/** Where an amendment stands, and whom it waits for. */
export function AmendmentStatus({ amendment, today }: Props) {
  const { state, effectiveFrom, needsApproval, approvedAt } = amendment;
  if (state === "inForce" && effectiveFrom > today) return <Status tone="accent">Agreed, from its date</Status>;
  if (state === "proposed" && needsApproval && !approvedAt) return <Status tone="warn">Waits for approval</Status>;
  if (state === "proposed") return <Status tone="warn">Waits for the vendor</Status>;
  const { label, tone } = AMENDMENT_STATE[state];
  return <Status tone={tone}>{label}</Status>;
}
