import { CircleX, Rocket } from "lucide-react";
import { Callout, Note } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { DateInput, Textarea } from "@/components/ui/input";
import { may } from "@/lib/access/actor";
import type { MemberSession } from "@/lib/access/session";
import { formatDate, formatInstant } from "@/lib/shared/format";
import { decideGo } from "@/lib/transitions/actions";
import type { CriterionRecord, TransitionRecord } from "@/lib/transitions/queries";
import { decideGoNoGo } from "@/lib/transitions/rules/go-live";

type Props = { plan: TransitionRecord; criteria: readonly CriterionRecord[]; member: MemberSession };

/** The question of the meeting, what speaks against it, and the decision. */
export function GoDecision({ plan, criteria, member }: Props) {
  const advised = decideGoNoGo([...criteria]);
  const isGo = advised.decision === "go";
  const waivedByMe = criteria.some((each) => each.state === "waived" && each.decidedById === member.memberId);
  const mayDecide = may(member, "transition:decide") && plan.stage === "parallelRun";
  const open = criteria.filter((each) => each.state === "open");
  const waived = criteria.filter((each) => each.state === "waived");
  return (
    <>
      {plan.goLiveDecision && plan.goLiveDecidedAt ? (
        <Note tone={plan.goLiveDecision === "go" ? "good" : "warn"}>
          {plan.goLiveDecision === "go" ? "Go" : "No go"}, decided by {plan.goLiveDecidedByName} on{" "}
          {formatInstant(plan.goLiveDecidedAt, member)}
          {plan.actualGoLive ? `, live from ${formatDate(plan.actualGoLive, member)}` : ""}. {plan.goLiveReason ?? ""}
        </Note>
      ) : null}
      {plan.actualGoLive ? null : (
        <Callout
          title={isGo ? "Ready to go live" : "Not ready yet"}
          action={mayDecide ? <Decisions plan={plan} isGo={isGo && !waivedByMe} /> : null}
          reasons={
            isGo && waived.length === 0
              ? [{ key: "go", tone: "good", children: `All ${criteria.length} criteria are met.` }]
              : [
                  ...open.map((each) => ({ key: each.id, tone: "bad" as const, children: each.name, sub: "open" })),
                  ...waived.map((each) => ({
                    key: each.id,
                    tone: "warn" as const,
                    children: each.name,
                    sub: `waived by ${each.decidedByName}: ${each.waiverReason}`,
                  })),
                  ...(criteria.length === 0 ? [{ key: "none", tone: "bad" as const, children: advised.reason }] : []),
                  ...(mayDecide && waivedByMe
                    ? [
                        {
                          key: "mine",
                          tone: "warn" as const,
                          children: "You waived a criterion: somebody else has to decide to go live.",
                        },
                      ]
                    : []),
                ]
          }
        />
      )}
    </>
  );
}

function Decisions({ plan, isGo }: { plan: TransitionRecord; isGo: boolean }) {
  const fields = { id: plan.id, version: plan.version };
  return (
    <span className="inline-flex flex-wrap gap-2">
      <FormDialog
        action={decideGo}
        fields={{ ...fields, decision: "noGo" }}
        title="Decide: no go"
        submit="Record no-go"
        label="No go"
        size="sm"
        icon={<CircleX aria-hidden />}
      >
        <Field name="reason" label="Why not yet, and what happens next" required>
          <Textarea rows={3} />
        </Field>
      </FormDialog>
      {isGo ? (
        <FormDialog
          action={decideGo}
          fields={{ ...fields, decision: "go" }}
          title="Decide: go"
          description="The service is live from that day. The criteria stay as they were judged."
          submit="Record go"
          label="Go"
          size="sm"
          variant="primary"
          icon={<Rocket aria-hidden />}
        >
          <Field name="goLiveOn" label="Live from" required>
            <DateInput defaultValue={plan.today} max={plan.today} />
          </Field>
          <Field name="reason" label="Minutes">
            <Textarea rows={3} />
          </Field>
        </FormDialog>
      ) : null}
    </span>
  );
}
