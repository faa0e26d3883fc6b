import { CopyPlus, FileText, ListChecks } from "lucide-react";
import { notFound } from "next/navigation";
import { ScopeLevels } from "@/components/sourcing/scope-levels";
import { ScopeDeliverables, ScopeResponsibilities } from "@/components/sourcing/scope-parts";
import { ScopeRequirements } from "@/components/sourcing/scope-requirements";
import { ScopeSide } from "@/components/sourcing/scope-side";
import { ScopeTexts } from "@/components/sourcing/scope-texts";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Callout, Note } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RecordLayout } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { formatInstant } from "@/lib/shared/format";
import { startScope } from "@/lib/sourcing/scope/actions";
import { SCOPE_STATE } from "@/lib/sourcing/scope/labels";
import { readScopePage } from "@/lib/sourcing/scope/read";
import { scopeGaps } from "@/lib/sourcing/scope/rules";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ revision?: string }> };

export default async function ScopePage({ params, searchParams }: Props) {
  const member = await requireMember("scope:read");
  const { revision } = await searchParams;
  const page = (await readScopePage(member.organizationId, (await params).id, revision)) ?? notFound();
  const { engagement, scope, revisions, liveRfp } = page;
  const mayWrite = may(member, "scope:write");
  const processes = engagement.engagementProcesses.map(({ process }) => process);
  const isDraft = scope?.state === "draft";
  const isNewest = scope?.id === revisions[0]?.id;
  const start = (label: string, variant: "primary" | "secondary") => (
    <ActionButton
      action={startScope}
      fields={{ engagementId: engagement.id }}
      variant={variant}
      icon={<CopyPlus aria-hidden />}
    >
      {label}
    </ActionButton>
  );
  const mayMakeRfp = may(member, "rfp:write") && (engagement.stage === "scope" || engagement.stage === "source");
  const actions = (
    <>
      {scope && !isDraft && isNewest && mayWrite ? start("New revision", liveRfp ? "secondary" : "primary") : null}
      {liveRfp ? (
        <LinkButton href={`/rfps/${liveRfp.id}`} icon={<FileText aria-hidden />}>
          Open {liveRfp.code}
        </LinkButton>
      ) : null}
      {scope && isDraft && !liveRfp && mayMakeRfp ? (
        <LinkButton variant="primary" href={`/rfps/new?engagement=${engagement.id}`} icon={<FileText aria-hidden />}>
          Create RFP
        </LinkButton>
      ) : null}
    </>
  );
  const gaps = scope && isDraft ? scopeGaps(scope, processes) : [];
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="font-semibold text-lg">Scope of work{scope ? `, revision ${scope.revision}` : ""}</h2>
          {scope ? <Status tone={SCOPE_STATE[scope.state].tone}>{SCOPE_STATE[scope.state].label}</Status> : null}
        </div>
        <div className="print-hidden flex flex-wrap items-start gap-2.5">{actions}</div>
      </div>
      {scope ? (
        <RecordLayout
          side={<ScopeSide scope={scope} revisions={revisions} engagementId={engagement.id} reader={member} />}
        >
          {isDraft ? null : (
            <Note tone="neutral">
              {scope.issuedAt ? `Issued with an RFP on ${formatInstant(scope.issuedAt, member)}. ` : ""}This revision
              never changes again.
            </Note>
          )}
          {gaps.length > 0 ? (
            <Callout
              title="What the gate still asks for"
              reasons={gaps.map((gap) => ({ key: gap.key, tone: "warn", children: gap.text, href: gap.href }))}
            />
          ) : null}
          <ScopeTexts scope={scope} mayWrite={mayWrite && isDraft} />
          <ScopeRequirements scope={scope} processes={processes} mayWrite={mayWrite && isDraft} />
          <ScopeLevels scope={scope} processes={processes} mayWrite={mayWrite && isDraft} reader={member} />
          <ScopeDeliverables scope={scope} mayWrite={mayWrite && isDraft} />
          <ScopeResponsibilities scope={scope} mayWrite={mayWrite && isDraft} />
        </RecordLayout>
      ) : (
        <Card>
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title="No scope of work yet"
            action={mayWrite ? start("Start the scope", "primary") : null}
          >
            Write down what the vendor shall do, what stays with you, and how well it must be done. The RFP is made from
            it.
          </EmptyState>
        </Card>
      )}
    </>
  );
}
