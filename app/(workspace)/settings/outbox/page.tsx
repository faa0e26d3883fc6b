import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { OutboxStatus } from "@/components/settings/outbox-status";
import { SettingsPage } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/access/session";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";
import { hasMailServer, outboxList } from "@/lib/server/outbox-list";

export const metadata: Metadata = { title: "Outbox" };

type Search = Exclude<Parameters, URLSearchParams>;

export default async function OutboxPage({ searchParams }: { searchParams: Promise<Search> }) {
  const member = await requireMember("outbox:read");
  const { request } = parseListRequest(outboxList, await searchParams);
  const page = await readList(outboxList, member.organizationId, request);
  return (
    <SettingsPage member={member} current="/settings/outbox">
      {hasMailServer() ? null : (
        <Note>
          No mail server is configured, so e-mails wait here. Open one to copy its link for the person it is for. Set
          SMTP_URL to have them sent.
        </Note>
      )}
      <ListView
        list={outboxList}
        page={page}
        request={request}
        basePath="/settings/outbox"
        caption="E-mails"
        searchPlaceholder="Find by subject or address"
        locale={member.locale}
        rowHref={(row) => `/settings/outbox/${row.id}`}
        empty={
          <Card>
            <EmptyState icon={<Mail aria-hidden />} title="No e-mails yet">
              Invitations, links to set a password, and news for vendors pass through here.
            </EmptyState>
          </Card>
        }
        columns={[
          { key: "subject", header: "Subject", cell: (row) => row.subject, strong: true },
          { key: "recipient", header: "To", cell: (row) => row.recipient },
          { key: "state", header: "State", cell: (row) => <OutboxStatus state={row.state ?? ""} /> },
          {
            key: "createdAt",
            header: "Written",
            cell: (row) => <InstantText instant={row.createdAt} reader={member} />,
          },
          { key: "attempts", header: "Tries", align: "right", cell: (row) => row.attempts },
        ]}
      />
    </SettingsPage>
  );
}
