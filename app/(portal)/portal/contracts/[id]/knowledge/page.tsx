import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VendorContractFrame } from "@/components/contracts/vendor-contract-frame";
import { KnowledgeMatrix } from "@/components/transitions/knowledge-matrix";
import { VendorSignStep } from "@/components/transitions/vendor-sign-step";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/actor";
import { requireVendor } from "@/lib/access/session";
import { readVendorContractOf } from "@/lib/contracts/read";
import { TRANSITION_STAGE } from "@/lib/transitions/labels";
import { listVendorTransitions } from "@/lib/transitions/queries";

export const metadata: Metadata = { title: "Knowledge transfer" };

export default async function VendorKnowledgePage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const contract = (await readVendorContractOf(contact, (await params).id)) ?? notFound();
  const plans = await listVendorTransitions(contact, contract.id);
  return (
    <VendorContractFrame contract={contract} tab="/knowledge">
      {plans.length === 0 ? (
        <Card>
          <EmptyState title="No transition is planned yet">
            What your team has to learn is listed here, and signed step by step by both sides.
          </EmptyState>
        </Card>
      ) : null}
      {plans.map((plan) => (
        <Card key={plan.id}>
          <CardHeader title={plan.name} sub={`${plan.code} · ${TRANSITION_STAGE[plan.stage].label}`} />
          <KnowledgeMatrix
            items={plan.knowledgeItems}
            reader={contact}
            empty="The client lists what your team has to know."
            {...(may(contact, "knowledge:sign") && plan.stage !== "plan" && plan.stage !== "closed"
              ? { signing: (item, step) => <VendorSignStep item={item} step={step} /> }
              : {})}
          />
        </Card>
      ))}
    </VendorContractFrame>
  );
}
