import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { DayRange } from "@/components/settings/day-range";
import { SettingsPage } from "@/components/settings/settings-page";
import { VerifyChain } from "@/components/settings/verify-chain";
import { InstantText } from "@/components/ui/date-text";
import { requireMember } from "@/lib/access/session";
import { auditList, readAuditChoices } from "@/lib/server/audit/list";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Audit log" };

type Search = Exclude<Parameters, URLSearchParams>;

export default async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  const member = await requireMember("audit:read");
  const { request } = parseListRequest(auditList, await searchParams);
  const [page, choices] = await Promise.all([
    readList(auditList, member.organizationId, request),
    readAuditChoices(member.organizationId),
  ]);
  const { actor, action, type } = auditList.filters;
  const filters = {
    ...auditList.filters,
    ...(actor ? { actor: { ...actor, values: choices.actors } } : {}),
    ...(action ? { action: { ...action, values: choices.actions } } : {}),
    ...(type ? { type: { ...type, values: choices.types } } : {}),
  };
  return (
    <SettingsPage member={member} current="/settings/audit">
      <VerifyChain />
      <ListView
        list={{ ...auditList, filters }}
        page={page}
        request={request}
        basePath="/settings/audit"
        caption="Audit events"
        locale={member.locale}
        rowHref={(row) => `/settings/audit/${row.sequence}`}
        toolbar={<DayRange from={request.filters.from} to={request.filters.to} />}
        empty={null}
        columns={[
          { key: "sequence", header: "Number", cell: (row) => row.sequence, align: "right" },
          { key: "at", header: "When", cell: (row) => <InstantText instant={row.at} reader={member} /> },
          { key: "actorName", header: "Who", cell: (row) => row.actorName, strong: true },
          { key: "action", header: "Action", cell: (row) => row.action },
          { key: "subjectType", header: "Kind of record", cell: (row) => row.subjectType },
          { key: "subjectLabel", header: "Record", cell: (row) => row.subjectLabel },
        ]}
      />
    </SettingsPage>
  );
}
