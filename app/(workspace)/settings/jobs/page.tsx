import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { ClockTable } from "@/components/settings/clock-table";
import { jobName } from "@/components/settings/job-name";
import { JobStatus } from "@/components/settings/job-status";
import { RefreshWhile } from "@/components/settings/refresh-while";
import { SettingsPage } from "@/components/settings/settings-page";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { askForRunForm } from "@/lib/schedule/actions";
import { listScheduled } from "@/lib/schedule/queries";
import { jobList } from "@/lib/server/job-list";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Jobs" };

type Search = Exclude<Parameters, URLSearchParams>;

export default async function JobsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const member = await requireMember("job:read");
  const { request } = parseListRequest(jobList, await searchParams);
  const [page, scheduled] = await Promise.all([
    readList(jobList, member.organizationId, request),
    listScheduled(member.organizationId),
  ]);
  const isBusy = page.rows.some((row) => row.state === "queued" || row.state === "running");
  return (
    <SettingsPage member={member} current="/settings/jobs">
      <RefreshWhile active={isBusy} />
      <ClockTable jobs={scheduled} reader={member} run={may(member, "job:run") ? askForRunForm : null} />
      <ListView
        list={jobList}
        page={page}
        request={request}
        basePath="/settings/jobs"
        caption="Jobs"
        locale={member.locale}
        rowHref={(row) => `/settings/jobs/${row.id}`}
        empty={
          <Card>
            <EmptyState icon={<ListChecks aria-hidden />} title="No jobs yet">
              Imports and other long work run in the background and show their progress here.
            </EmptyState>
          </Card>
        }
        columns={[
          { key: "kind", header: "Job", cell: (row) => jobName(row.kind ?? ""), strong: true },
          { key: "state", header: "State", cell: (row) => <JobStatus state={row.state ?? ""} /> },
          { key: "message", header: "Message", cell: (row) => row.message },
          { key: "createdBy", header: "Asked by", cell: (row) => row.createdBy },
          { key: "createdAt", header: "Asked", cell: (row) => <InstantText instant={row.createdAt} reader={member} /> },
          {
            key: "finishedAt",
            header: "Finished",
            cell: (row) => <InstantText instant={row.finishedAt} reader={member} missing="Not yet" />,
          },
        ]}
      />
    </SettingsPage>
  );
}
