import { Database, Pencil, Plus } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { CaseUpload } from "@/components/service-levels/case-upload";
import { ImportErrors } from "@/components/service-levels/import-errors";
import { ImportTable } from "@/components/service-levels/import-table";
import { MappingFacts } from "@/components/service-levels/mapping-facts";
import { readBoardContract, readId } from "@/components/service-levels/read-board";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RecordLayout } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { caseLogImportList } from "@/lib/service-levels/lists";
import { findCaseLogs, findJob } from "@/lib/service-levels/queries/records";
import { formatDecimal } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Case log" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CaseLogPage({ params, searchParams }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const logs = await findCaseLogs(member.organizationId, contract.id);
  const query = await searchParams;
  const log = logs.find((each) => each.id === readId(query.log)) ?? logs[0];
  const base = `/contracts/${contract.id}/service-levels/case-log`;
  const mayWrite = may(member, "serviceLevel:write");
  const create = mayWrite ? (
    <LinkButton variant={log ? "secondary" : "primary"} href={`${base}/new`} icon={<Plus aria-hidden />}>
      New case log
    </LinkButton>
  ) : null;
  if (!log)
    return (
      <BoardFrame contract={contract} tab="/case-log" title="Case log">
        <EmptyState icon={<Database aria-hidden />} title="No case log yet" action={create}>
          Take the vendor's own records (tickets, calls, invoices) as a CSV file and compute the KPIs from them, instead
          of trusting a reported percentage.
        </EmptyState>
      </BoardFrame>
    );
  const { request } = parseListRequest(caseLogImportList, { caseLog: log.id, limit: "20" });
  const jobId = readId(query.job);
  const [imports, job] = await Promise.all([
    readList(caseLogImportList, member.organizationId, request),
    jobId ? findJob(member, jobId) : null,
  ]);
  return (
    <BoardFrame
      contract={contract}
      tab="/case-log"
      title="Case log"
      subline={`${formatDecimal(String(log.rows), member)} cases in ${log.name}`}
      actions={create}
    >
      {logs.length > 1 ? (
        <Tabs
          label="Case logs"
          current={`${base}?log=${log.id}`}
          tabs={logs.map((each) => ({ href: `${base}?log=${each.id}`, label: each.name }))}
        />
      ) : null}
      <RecordLayout
        side={
          <Card>
            <CardHeader
              title="Mapping"
              action={
                mayWrite ? (
                  <LinkButton size="sm" href={`${base}/${log.id}`} icon={<Pencil aria-hidden />}>
                    Edit
                  </LinkButton>
                ) : null
              }
            />
            <MappingFacts log={log} />
          </Card>
        }
      >
        {may(member, "measurement:import") ? (
          <Card>
            <CardHeader title="Import" sub="The last row of a case counts. The same file again changes nothing." />
            <CardBody>
              <CaseUpload
                address={`${base}/upload?caseLog=${log.id}`}
                jobsAddress={`${base}/jobs`}
                locale={member.locale}
              />
            </CardBody>
          </Card>
        ) : null}
        {job ? <ImportErrors job={job} /> : null}
        <ImportTable rows={imports.rows} hrefOf={(id) => `${base}?log=${log.id}&job=${id}`} reader={member} />
      </RecordLayout>
    </BoardFrame>
  );
}
