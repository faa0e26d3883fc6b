import { Stamp } from "lucide-react";
import type { Metadata } from "next";
import { approvalHref } from "@/components/engagements/approval-href";
import { approvalTones } from "@/components/engagements/tones";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { Card, CardFooter, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Badge, Status } from "@/components/ui/status";
import { requireMember } from "@/lib/access/session";
import { listMyDecisions } from "@/lib/engagements/approval-queries";
import { approvalKindLabels, approvalStateLabels, approverLabels } from "@/lib/engagements/labels";
import { approvalList } from "@/lib/engagements/lists";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Approvals" };

type State = keyof typeof approvalStateLabels;
type Kind = keyof typeof approvalKindLabels;

const approvers: Record<string, string> = approverLabels;
const approverOf = (role: string | null) => approvers[role ?? ""] ?? role;

export default async function ApprovalsPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const member = await requireMember("engagement:read");
  const { request } = parseListRequest(approvalList as never, await searchParams);
  const [page, mine] = await Promise.all([
    readList(approvalList, member.organizationId, request),
    listMyDecisions(member),
  ]);
  return (
    <Page>
      <PageHeader title="Approvals" subline="Decisions that wait for you, and every decision that was taken." />
      <Card>
        <CardHeader title="Waiting for you" />
        {mine.length === 0 ? (
          <CardFooter className="border-t-0">Nothing waits for your decision.</CardFooter>
        ) : (
          mine.map((approval) => (
            <CardRow
              key={approval.id}
              icon={<Stamp aria-hidden />}
              sub={
                <>
                  {approval.engagement?.name} · asked for by {approval.requestedBy},{" "}
                  <InstantText instant={approval.requestedAt} reader={member} />
                  {approval.amount && approval.currency ? (
                    <>
                      {" "}
                      · <MoneyText amount={approval.amount} currency={approval.currency} reader={member} />
                    </>
                  ) : null}
                </>
              }
              action={
                <LinkButton href={approvalHref(approval) ?? "/approvals"} aria-label={`Decide: ${approval.summary}`}>
                  Decide
                </LinkButton>
              }
            >
              {approval.summary}
            </CardRow>
          ))
        )}
      </Card>
      <ListView
        list={approvalList}
        page={page}
        request={request}
        basePath="/approvals"
        caption="All decisions"
        locale={member.locale}
        rowHref={(row) => approvalHref(row)}
        empty={
          <Card>
            <EmptyState icon={<Stamp aria-hidden />} title="No decisions yet">
              Gates, business cases, awards and contracts that need an approval are listed here with who decided and
              why.
            </EmptyState>
          </Card>
        }
        columns={[
          {
            key: "summary",
            header: "Decision",
            className: "min-w-72",
            cell: (row) => (
              <>
                {row.summary}
                {row.reason ? <span className="mt-0.5 block font-normal text-ink-2 text-xs">{row.reason}</span> : null}
              </>
            ),
          },
          { key: "engagement", header: "Engagement", cell: (row) => row.engagement ?? "—" },
          { key: "kind", header: "Kind", cell: (row) => <Badge>{approvalKindLabels[row.kind as Kind]}</Badge> },
          {
            key: "state",
            header: "State",
            cell: (row) => (
              <Status tone={approvalTones[row.state as State]}>{approvalStateLabels[row.state as State]}</Status>
            ),
          },
          {
            key: "amount",
            header: "Amount",
            align: "right",
            cell: (row) => <MoneyText amount={row.amount} currency={row.currency ?? "EUR"} reader={member} />,
          },
          { key: "requestedBy", header: "Asked for by", cell: (row) => row.requestedBy },
          {
            key: "requestedAt",
            header: "Asked for",
            cell: (row) => <InstantText instant={row.requestedAt} reader={member} />,
          },
          {
            key: "decidedBy",
            header: "Decided by",
            cell: (row) =>
              row.decidedBy ?? (row.state === "pending" ? `waits for ${approverOf(row.requiredRole)}` : "—"),
          },
        ]}
      />
    </Page>
  );
}
