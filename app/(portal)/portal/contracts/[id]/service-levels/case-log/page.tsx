import { Database } from "lucide-react";
import type { Metadata } from "next";
import { CaseUpload } from "@/components/service-levels/case-upload";
import { ImportErrors } from "@/components/service-levels/import-errors";
import { ImportTable } from "@/components/service-levels/import-table";
import { MappingFacts } from "@/components/service-levels/mapping-facts";
import { readId, readVendorBoardContract } from "@/components/service-levels/read-board";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RecordLayout } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/access/actor";
import { requireVendor } from "@/lib/access/session";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { caseLogImportList } from "@/lib/service-levels/lists";
import { findCaseLogs, findJob } from "@/lib/service-levels/queries/records";
import { formatDecimal } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Cases" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The vendor's own records, uploaded by the vendor: read by the mapping that the client saved. */
export default async function VendorCaseLogPage({ params, searchParams }: Props) {
  const contact = await requireVendor();
  const contract = await readVendorBoardContract(contact, (await params).id);
  const logs = await findCaseLogs(contact.organizationId, contract.id);
  const query = await searchParams;
  const log = logs.find((each) => each.id === readId(query.log)) ?? logs[0];
  const base = `/portal/contracts/${contract.id}/service-levels/case-log`;
  if (!log)
    return (
      <VendorBoardFrame contract={contract} tab="/case-log" title="Cases">
        <EmptyState icon={<Database aria-hidden />} title="No cases are asked for">
          Your client has not set up a case log for this contract. Figures are recorded month by month.
        </EmptyState>
      </VendorBoardFrame>
    );
  const { request } = parseListRequest(caseLogImportList, { caseLog: log.id, limit: "20" });
  const jobId = readId(query.job);
  const [imports, job] = await Promise.all([
    readList(caseLogImportList, contact.organizationId, request),
    jobId ? findJob(contact, jobId) : null,
  ]);
  return (
    <VendorBoardFrame
      contract={contract}
      tab="/case-log"
      title="Cases"
      subline={`${formatDecimal(String(log.rows), contact)} cases in ${log.name}`}
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
            <CardHeader title="How the file is read" sub="Set up by your client; ask there to change it." />
            <MappingFacts log={log} />
          </Card>
        }
      >
        {may(contact, "measurement:report") ? (
          <Card>
            <CardHeader title="Upload" sub="The same file again changes nothing." />
            <CardBody>
              <CaseUpload
                address={`${base}/upload?caseLog=${log.id}`}
                jobsAddress={`${base}/jobs`}
                locale={contact.locale}
              />
            </CardBody>
          </Card>
        ) : null}
        {job ? <ImportErrors job={job} /> : null}
        <ImportTable rows={imports.rows} hrefOf={(id) => `${base}?log=${log.id}&job=${id}`} reader={contact} />
      </RecordLayout>
    </VendorBoardFrame>
  );
}
