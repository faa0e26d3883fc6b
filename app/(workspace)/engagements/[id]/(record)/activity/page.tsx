import { History } from "lucide-react";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/engagements/comment-card";
import { describeEvent } from "@/components/engagements/event-words";
import { PassageCard } from "@/components/engagements/passage-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { RecordLayout } from "@/components/ui/page-layout";
import { Timeline } from "@/components/ui/timeline";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { listComments } from "@/lib/engagements/comments";
import { findEngagementName, listEngagementEvents, listPassages } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

export default async function ActivityPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("engagement:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const [comments, events, passages] = await Promise.all([
    listComments(member.organizationId, "engagement", id),
    listEngagementEvents(member.organizationId, id),
    listPassages(member.organizationId, id),
  ]);
  return (
    <RecordLayout side={<PassageCard passages={passages} reader={member} />}>
      <CommentCard
        subject={{ type: "engagement", id }}
        comments={comments}
        canWrite={may(member, "comment:create")}
        reader={member}
      />
      <Card>
        <CardHeader title="What happened" sub="From the audit log: nothing here can be changed." />
        {events.length === 0 ? <CardBody className="text-ink-3">Nothing yet.</CardBody> : null}
        <Timeline
          events={events.map((event) => ({
            key: event.sequence,
            icon: <History aria-hidden />,
            title: (
              <>
                <strong className="font-semibold">{event.actorName}</strong> {describeEvent(event.action)}
              </>
            ),
            when: <InstantText instant={event.at} reader={member} />,
          }))}
        />
      </Card>
    </RecordLayout>
  );
}
