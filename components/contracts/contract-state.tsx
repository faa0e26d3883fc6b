import { Status } from "@/components/ui/status";
import { CONTRACT_STATE } from "@/lib/contracts/labels";
import type { ContractState } from "@/lib/contracts/rules/states";

export function ContractStateText({ state }: { state: ContractState }) {
  const shown = CONTRACT_STATE[state];
  return <Status tone={shown.tone}>{shown.label}</Status>;
}
