import { ArrowRight, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { StageRail } from "@/components/ui/stage-rail";
import { Status } from "@/components/ui/status";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/access/actor";
import type { MemberSession } from "@/lib/access/session";
import { formatDate } from "@/lib/shared/format";
import { advance } from "@/lib/transitions/actions";
import { TRANSITION_STAGE } from "@/lib/transitions/labels";
import type { TransitionRecord } from "@/lib/transitions/queries";
import { nextTransitionStage, TRANSITION_STAGES } from "@/lib/transitions/rules/go-live";

type Tab = "" | "/knowledge" | "/go-no-go";
type Props = { plan: TransitionRecord; member: MemberSession; tab: Tab; children: ReactNode };

/** Header, stages and tabs of a transition, the same on each of its pages. */
export function TransitionFrame({ plan, member, tab, children }: Props) {
  const base = `/transitions/${plan.id}`;
  const stage = TRANSITION_STAGE[plan.stage];
  const at = TRANSITION_STAGES.indexOf(plan.stage);
  const mayWrite = may(member, "transition:write") && plan.stage !== "closed";
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Transitions", href: "/transitions" }, { label: plan.code }]}
        title={plan.name}
        status={<Status tone={stage.tone}>{stage.label}</Status>}
        subline={
          <>
            {plan.code} · <TextLink href={`/engagements/${plan.engagement.id}`}>{plan.engagement.name}</TextLink>
            {plan.contract ? (
              <>
                {" · "}
                <TextLink href={`/contracts/${plan.contract.id}`}>
                  {plan.contract.code} {plan.contract.vendor.legalName}
                </TextLink>
              </>
            ) : null}{" "}
            · owner {plan.ownerName}
          </>
        }
        actions={
          mayWrite ? (
            <>
              <LinkButton href={`${base}/edit`} icon={<Pencil aria-hidden />}>
                Edit
              </LinkButton>
              <NextStage plan={plan} />
            </>
          ) : null
        }
      />
      <StageRail
        stages={TRANSITION_STAGES.map((key, index) => ({
          key,
          label: key === "goLive" ? "Go-live" : TRANSITION_STAGE[key].label,
          state: index < at || plan.stage === "closed" ? "done" : index === at ? "current" : "upcoming",
          ...(key === "goLive" ? { sub: goLiveText(plan, member.locale), href: `${base}/go-no-go` } : {}),
        }))}
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={[
          { href: base, label: "Plan", count: plan.counts.transitionTasks },
          { href: `${base}/knowledge`, label: "Knowledge", count: plan.counts.knowledgeItems },
          { href: `${base}/go-no-go`, label: "Go/no-go", count: plan.counts.goNoGoCriterions },
        ]}
      />
      {children}
    </Page>
  );
}

function goLiveText(plan: TransitionRecord, locale: string): string {
  if (plan.actualGoLive) return `on ${formatDate(plan.actualGoLive, { locale })}`;
  return `planned ${formatDate(plan.plannedGoLive, { locale })}`;
}

function NextStage({ plan }: { plan: TransitionRecord }) {
  const next = nextTransitionStage(plan.stage);
  if (!next) return null;
  if (next === "goLive") {
    return (
      <LinkButton href={`/transitions/${plan.id}/go-no-go`} variant="primary" icon={<ArrowRight aria-hidden />}>
        Decide go-live
      </LinkButton>
    );
  }
  const { label } = TRANSITION_STAGE[next];
  return (
    <ActionButton
      action={advance}
      fields={{ id: plan.id, version: plan.version }}
      variant="primary"
      icon={<ArrowRight aria-hidden />}
      confirm={{
        title: next === "closed" ? "Close this transition?" : `Move on to “${label}”?`,
        label: next === "closed" ? "Close transition" : `Begin ${label.toLowerCase()}`,
        body: <p>Stages go forward only.</p>,
      }}
    >
      {next === "closed" ? "Close transition" : `Begin ${label.toLowerCase()}`}
    </ActionButton>
  );
}
