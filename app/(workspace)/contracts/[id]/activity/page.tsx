import { History } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Timeline } from "@/components/ui/timeline";
import { requireMember } from "@/lib/access/session";
import { describeContractEvent } from "@/lib/contracts/labels";
import { listContractEvents } from "@/lib/contracts/queries";
import { readContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "Activity on a contract" };

export default async function ContractActivityPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const events = await listContractEvents(member.organizationId, contract.id);
  return (
    <ContractFrame contract={contract} member={member} tab="/activity">
      <Card>
        <CardHeader title="Activity" sub="From the audit log, newest first." />
        <Timeline
          label="Activity on this contract"
          events={events.map((event) => ({
            key: String(event.sequence),
            icon: <History aria-hidden />,
            title: `${event.actorName} ${describeContractEvent(event.action)}`,
            when: <InstantText instant={event.at} reader={member} />,
          }))}
        />
      </Card>
    </ContractFrame>
  );
}
