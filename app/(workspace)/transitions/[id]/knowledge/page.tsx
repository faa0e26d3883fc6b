import { Plus, Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KnowledgeMatrix } from "@/components/transitions/knowledge-matrix";
import { SignStep } from "@/components/transitions/sign-step";
import { TransitionFrame } from "@/components/transitions/transition-frame";
import { ActionButton } from "@/components/ui/action-button";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { createKnowledgeItem, deleteKnowledgeItem } from "@/lib/transitions/actions";
import { listKnowledge } from "@/lib/transitions/queries";
import { readTransitionOf } from "@/lib/transitions/read";
import { measureTransfer } from "@/lib/transitions/rules/knowledge";

export const metadata: Metadata = { title: "Knowledge transfer" };

export default async function KnowledgePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("transition:read");
  const plan = (await readTransitionOf(member, (await params).id)) ?? notFound();
  const items = await listKnowledge(member.organizationId, plan.id);
  const mayWrite = may(member, "transition:write") && plan.stage !== "closed";
  const maySign = mayWrite && plan.stage !== "plan";
  const share = measureTransfer(items.map((item) => item.knowledgeSignatures));
  return (
    <TransitionFrame plan={plan} member={member} tab="/knowledge">
      {plan.stage === "plan" && items.length > 0 ? (
        <Note>Signing begins with the stage “Knowledge transfer”.</Note>
      ) : null}
      <Card>
        <CardHeader
          title="Knowledge"
          sub={`${share} % of all steps are signed by both sides.`}
          action={
            mayWrite ? (
              <FormDialog
                action={createKnowledgeItem}
                fields={{ planId: plan.id }}
                title="Add a knowledge item"
                submit="Add item"
                label="Add item"
                size="sm"
                icon={<Plus aria-hidden />}
              >
                <Field name="name" label="What has to be known" required>
                  <Input />
                </Field>
              </FormDialog>
            ) : null
          }
        />
        <KnowledgeMatrix
          items={items}
          reader={member}
          empty="List what the vendor's team must know. Each item goes from documented to done alone, signed by both sides."
          {...(maySign ? { signing: (item, step) => <SignStep item={item} step={step} /> } : {})}
          {...(mayWrite
            ? {
                end: (item) =>
                  item.knowledgeSignatures.length === 0 ? (
                    <ActionButton
                      action={deleteKnowledgeItem}
                      fields={{ id: item.id }}
                      variant="quiet"
                      size="icon"
                      icon={<Trash2 aria-hidden />}
                      aria-label={`Remove ${item.name}`}
                      confirm={{
                        title: `Remove ${item.name}?`,
                        body: <p>Nobody has signed it yet.</p>,
                        label: "Remove item",
                      }}
                    >
                      {null}
                    </ActionButton>
                  ) : null,
              }
            : {})}
        />
      </Card>
    </TransitionFrame>
  );
}
