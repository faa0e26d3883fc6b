import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CriteriaTable } from "@/components/transitions/criteria-table";
import { GoDecision } from "@/components/transitions/go-decision";
import { TransitionFrame } from "@/components/transitions/transition-frame";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { createCriterion } from "@/lib/transitions/actions";
import { listCriteria } from "@/lib/transitions/queries";
import { readTransitionOf } from "@/lib/transitions/read";

export const metadata: Metadata = { title: "Go or no-go" };

export default async function GoNoGoPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("transition:read");
  const plan = (await readTransitionOf(member, (await params).id)) ?? notFound();
  const criteria = await listCriteria(member.organizationId, plan.id);
  const isOpen = ["plan", "knowledgeTransfer", "parallelRun"].includes(plan.stage);
  const mayWrite = may(member, "transition:write") && isOpen;
  return (
    <TransitionFrame plan={plan} member={member} tab="/go-no-go">
      <GoDecision plan={plan} criteria={criteria} member={member} />
      <Card>
        <CardHeader
          title="Criteria"
          sub="Each is met with its evidence, or waived with a written reason by somebody other than who decides."
          action={
            mayWrite ? (
              <FormDialog
                action={createCriterion}
                fields={{ planId: plan.id }}
                title="Add a criterion"
                submit="Add criterion"
                label="Add criterion"
                size="sm"
                icon={<Plus aria-hidden />}
              >
                <Field name="name" label="What has to be true on the day" required>
                  <Input />
                </Field>
              </FormDialog>
            ) : null
          }
        />
        <CriteriaTable criteria={criteria} reader={member} mayWrite={mayWrite} />
      </Card>
    </TransitionFrame>
  );
}
