import { ActionButton } from "@/components/ui/action-button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { signStep } from "@/lib/transitions/actions";
import { KNOWLEDGE_STEP } from "@/lib/transitions/labels";
import type { KnowledgeRecord } from "@/lib/transitions/queries";
import { checkSignature, type KnowledgeStep } from "@/lib/transitions/rules/knowledge";

/** What our side can sign in a cell: for itself, and for a vendor that does not use the portal. */
export function SignStep({ item, step }: { item: KnowledgeRecord; step: KnowledgeStep }) {
  const canSign = (side: "client" | "vendor") => checkSignature(item.knowledgeSignatures, step, side).isAllowed;
  const what = `${KNOWLEDGE_STEP[step]}: ${item.name}`;
  return (
    <>
      {canSign("client") ? (
        <ActionButton
          action={signStep}
          fields={{ id: item.id, step, vendorSigner: "" }}
          size="sm"
          aria-label={`Sign ${what}`}
          confirm={{ title: `Sign “${what}”?`, body: <p>Your name and the time are kept for good.</p>, label: "Sign" }}
        >
          Sign
        </ActionButton>
      ) : null}
      {canSign("vendor") ? (
        <FormDialog
          action={signStep}
          fields={{ id: item.id, step }}
          title="Record the vendor's signature"
          description={what}
          submit="Record signature"
          label="For vendor"
          size="sm"
          variant="quiet"
          aria-label={`For vendor, sign ${what}`}
        >
          <Field name="vendorSigner" label="Who signed for the vendor" required>
            <Input />
          </Field>
        </FormDialog>
      ) : null}
    </>
  );
}
