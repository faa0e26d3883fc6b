import { FilePen, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RfpFrame } from "@/components/sourcing/rfp-frame";
import { MomentFields } from "@/components/sourcing/rfp-timetable";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { Timeline } from "@/components/ui/timeline";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { formatInstant, type Reader } from "@/lib/shared/format";
import { publishAmendment } from "@/lib/sourcing/rfps/actions";
import { MOMENT, type Moment } from "@/lib/sourcing/rfps/labels";
import { readRfpOf } from "@/lib/sourcing/rfps/read";
import type { AmendmentView } from "@/lib/sourcing/rfps/schema";

export const metadata: Metadata = { title: "Amendments of an RFP" };

export default async function AmendmentsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const add =
    rfp.state === "published" && may(member, "rfp:publish") ? (
      <FormDialog
        action={publishAmendment}
        fields={{ id: rfp.id, version: rfp.version }}
        title={`Amendment ${(rfp.amendments[0]?.number ?? 0) + 1}`}
        description={`It reaches all ${rfp.invitations.length} invited vendors. Dates can be extended, never shortened. Times are in ${rfp.timeZone}.`}
        submit="Publish amendment"
        label="New amendment"
        size="sm"
        icon={<Plus aria-hidden />}
        draftKey={`amendment:${rfp.id}`}
      >
        <Field name="summary" label="What changes" help="Vendors read this text." required>
          <Textarea rows={4} />
        </Field>
        <MomentFields rfp={rfp} />
        <Field name="description" label="Introduction" help="Replaces the present one; empty: it stays.">
          <Textarea rows={3} />
        </Field>
      </FormDialog>
    ) : null;
  return (
    <RfpFrame rfp={rfp} member={member} tab="/amendments">
      <Card>
        <CardHeader
          title="Amendments"
          sub="Numbered, and sent to every invited vendor. Criteria, weights and price items never change this way."
          action={add}
        />
        {rfp.amendments.length === 0 ? (
          <EmptyState icon={<FilePen aria-hidden />} title="No amendment">
            {rfp.publishedAt
              ? "Nothing has changed since publication."
              : "A draft is simply edited. Amendments begin with publication."}
          </EmptyState>
        ) : (
          <Timeline
            label="Amendments"
            events={rfp.amendments.map((amendment) => ({
              key: amendment.id,
              icon: <FilePen aria-hidden />,
              title: (
                <>
                  <strong className="font-semibold">Amendment {amendment.number}</strong> by {amendment.publishedBy}
                </>
              ),
              when: <InstantText instant={amendment.publishedAt} reader={member} />,
              body: [amendment.summary, ...amendment.changes.map((change) => changeText(change, member))].join("\n"),
            }))}
          />
        )}
      </Card>
    </RfpFrame>
  );
}

function changeText(change: AmendmentView["changes"][number], reader: Reader): string {
  const label = MOMENT[change.field as Moment];
  if (!label) return "The introduction was replaced.";
  const when = (instant: string | null) => (instant ? formatInstant(instant, reader) : "not set");
  return `${label}: ${when(change.before)} → ${when(change.after)}`;
}
