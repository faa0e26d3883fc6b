import { ActionButton } from "@/components/ui/action-button";
import { signStepAsVendor } from "@/lib/transitions/actions";
import { KNOWLEDGE_STEP } from "@/lib/transitions/labels";
import type { KnowledgeRecord } from "@/lib/transitions/queries";
import { checkSignature, type KnowledgeStep } from "@/lib/transitions/rules/knowledge";

export function VendorSignStep({ item, step }: { item: KnowledgeRecord; step: KnowledgeStep }) {
  if (!checkSignature(item.knowledgeSignatures, step, "vendor").isAllowed) return null;
  const what = `${KNOWLEDGE_STEP[step]}: ${item.name}`;
  return (
    <ActionButton
      action={signStepAsVendor}
      fields={{ id: item.id, step }}
      size="sm"
      aria-label={`Sign ${what}`}
      confirm={{ title: `Sign “${what}”?`, body: <p>Your name and the time are kept for good.</p>, label: "Sign" }}
    >
      Sign
    </ActionButton>
  );
}
