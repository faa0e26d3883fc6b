import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsPage } from "@/components/settings/settings-page";
import { Card, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { RecordLayout } from "@/components/ui/page-layout";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/access/session";
import { changedFields } from "@/lib/server/audit/difference";
import { findAuditEvent } from "@/lib/server/audit/list";

export const metadata: Metadata = { title: "Audit event" };

export default async function AuditEventPage({ params }: { params: Promise<{ sequence: string }> }) {
  const member = await requireMember("audit:read");
  const event = await findAuditEvent(member.organizationId, (await params).sequence);
  if (!event) notFound();
  const changes = changedFields(event.before, event.after);
  const history = event.subjectId ? `/settings/audit?subject=${event.subjectId}` : null;
  return (
    <SettingsPage member={member} current="/settings/audit">
      <p>
        <TextLink href="/settings/audit">All events</TextLink>
      </p>
      <RecordLayout
        side={
          <Card>
            <CardHeader title={`Event ${event.sequence}`} />
            <KeyFacts
              facts={[
                { label: "When", value: <InstantText instant={event.at} reader={member} /> },
                { label: "Who", value: event.actorName },
                { label: "As", value: event.actorKind },
                { label: "Record", value: event.subjectLabel },
                { label: "Kind", value: event.subjectType },
                { label: "Address", value: event.ipAddress },
                { label: "Request", value: event.requestId },
                { label: "Hash", value: <code className="break-all font-mono text-xs">{event.hash}</code> },
                {
                  label: "Continues",
                  value: event.previousHash ? (
                    <code className="break-all font-mono text-xs">{event.previousHash}</code>
                  ) : (
                    "nothing: the first event"
                  ),
                },
              ]}
            />
          </Card>
        }
      >
        <Card>
          <CardHeader
            title={event.action}
            sub={event.subjectLabel}
            action={history ? <TextLink href={history}>History of this record</TextLink> : null}
          />
          <DataTable
            caption="What changed"
            rows={changes}
            rowKey={(change) => change.field}
            empty={<p className="px-4 py-6 text-center text-ink-2">This event carries no values.</p>}
            columns={[
              { key: "field", header: "Field", cell: (change) => change.field, strong: true },
              { key: "before", header: "Before", cell: (change) => <Value text={change.before} /> },
              { key: "after", header: "After", cell: (change) => <Value text={change.after} /> },
            ]}
          />
        </Card>
      </RecordLayout>
    </SettingsPage>
  );
}

function Value({ text }: { text: string | null }) {
  return text === null ? <Dash label="Nothing" /> : <span className="whitespace-pre-wrap break-words">{text}</span>;
}
