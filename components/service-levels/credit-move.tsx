import { ActionButton } from "@/components/ui/action-button";
import { agreeCredit, applyCredit, settleCredit } from "@/lib/service-levels/actions";

type CreditMoveProps = {
  id: string;
  version: number;
  state: "calculated" | "agreed" | "applied" | "settled";
  isLocked: boolean;
};

const NEXT = {
  calculated: { action: agreeCredit, label: "Agree" },
  agreed: { action: applyCredit, label: "Apply to an invoice" },
  applied: { action: settleCredit, label: "Settle" },
};

/** The one step that a credit can take now. */
export function CreditMove({ id, version, state, isLocked }: CreditMoveProps) {
  if (state === "settled") return null;
  if (!isLocked) return <span className="text-ink-3">after the lock</span>;
  const { action, label } = NEXT[state];
  return (
    <ActionButton action={action} fields={{ id, version }} size="sm">
      {label}
    </ActionButton>
  );
}
