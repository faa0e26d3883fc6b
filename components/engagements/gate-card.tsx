import { ArrowRight, Check, CircleDashed, Send, X } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Card, CardFooter, CardHeader, CardRow } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Status } from "@/components/ui/status";
import { askForGate, decideOnGate, passThroughGate, takeBackGate } from "@/lib/engagements/actions";
import type { Gate } from "@/lib/engagements/gate";
import { approverLabels, outcomeLabels, stageLabels } from "@/lib/engagements/labels";
import type { RequestedPassage } from "@/lib/engagements/queries";
import { formatMoney, type Reader } from "@/lib/shared/format";
import { toOptions } from "@/lib/shared/options";

export type GateSeat = { canRequest: boolean; canPass: boolean; canDecide: boolean; mayNotDecide: string | null };

type GateCardProps = {
  engagement: { id: string; version: number };
  gate: Gate & { next: NonNullable<Gate["next"]> };
  request: RequestedPassage | null;
  seat: GateSeat;
  reader: Reader;
};

/** The way to the next stage: what is met, what is missing and where to mend it, and the one thing to do now. */
export function GateCard({ engagement, gate, request, seat, reader }: GateCardProps) {
  const unmet = gate.conditions.filter((condition) => !condition.isMet);
  const isReady = unmet.length === 0;
  const fields = { id: engagement.id, version: engagement.version };
  return (
    <Card id="gate">
      <CardHeader
        title={`Gate to ${stageLabels[gate.next]}`}
        sub={whoDecides(gate, reader)}
        action={
          <Status tone={isReady ? "good" : "warn"}>
            {gate.conditions.length === 0
              ? "Nothing to check"
              : isReady
                ? "All conditions met"
                : `${gate.conditions.length - unmet.length} of ${gate.conditions.length} met`}
          </Status>
        }
      />
      {gate.conditions.map((condition) => (
        <CardRow
          key={condition.key}
          icon={
            condition.isMet ? (
              <Check aria-hidden className="text-good" />
            ) : (
              <CircleDashed aria-hidden className="text-warn" />
            )
          }
          sub={condition.detail}
          action={
            !condition.isMet && condition.href ? (
              <LinkButton size="sm" href={condition.href} aria-label={`Open: ${condition.label}`}>
                Open
              </LinkButton>
            ) : null
          }
        >
          {condition.label}
          <span className="sr-only">{condition.isMet ? " (met)" : " (not met)"}</span>
        </CardRow>
      ))}
      {request ? (
        <CardRow
          icon={<Send aria-hidden />}
          sub={
            <>
              <InstantText instant={request.requestedAt} reader={reader} />
              {request.waiverReason ? <> · waiver: “{request.waiverReason}”</> : null}
            </>
          }
        >
          {request.requestedBy} asks to pass this gate
          {request.outcome ? ` with the outcome “${outcomeLabels[request.outcome]}”` : ""}
        </CardRow>
      ) : null}
      <CardFooter>
        <span className="max-w-xl text-pretty">{hintOf(gate, request, seat, isReady)}</span>
        <div className="print-hidden flex flex-wrap gap-2">
          {request ? (
            <RequestButtons fields={fields} gate={gate} request={request} seat={seat} isReady={isReady} />
          ) : (
            <GateButtons fields={fields} gate={gate} seat={seat} isReady={isReady} />
          )}
        </div>
      </CardFooter>
    </Card>
  );
}

function whoDecides(gate: Gate, reader: Reader): string {
  if (gate.approver === null) return "Nobody has to approve this step.";
  const value = gate.value && formatMoney(gate.value.amount, gate.value.currency, reader);
  const reason =
    gate.stage !== "source" && gate.stage !== "contract"
      ? ""
      : gate.isLarge
        ? value
          ? `: ${value} is above the approval limit`
          : ": the value is not known"
        : `: ${value} is within the approval limit`;
  return `Decided by ${approverLabels[gate.approver]}${reason}.`;
}

function hintOf(gate: Gate, request: RequestedPassage | null, seat: GateSeat, isReady: boolean): string {
  if (request) return seat.canDecide ? (seat.mayNotDecide ?? "This waits for you.") : "The decision is waiting.";
  if (!seat.canRequest) return "Operations and procurement move an engagement on.";
  if (isReady)
    return gate.stage === "operate"
      ? "Only when the service is to end: the exit checklist comes next."
      : seat.canPass
        ? "Your role decides this gate."
        : "Ask for the approval when you are ready.";
  return gate.approver === null
    ? ""
    : "Not everything is met. An approver can waive what is missing, with a written reason.";
}

type Fields = { id: string; version: number };

function OutcomeField({ gate }: { gate: Gate }) {
  if (gate.next !== "closed") return null;
  return (
    <Field name="outcome" label="How did it end?" required>
      <Select placeholder="Choose…" options={toOptions(outcomeLabels)} />
    </Field>
  );
}

function GateButtons({
  fields,
  gate,
  seat,
  isReady,
}: {
  fields: Fields;
  gate: GateCardProps["gate"];
  seat: GateSeat;
  isReady: boolean;
}) {
  if (!seat.canRequest) return null;
  const next = stageLabels[gate.next];
  if (isReady && seat.canPass) {
    return (
      <ActionButton
        action={passThroughGate}
        fields={fields}
        variant={gate.stage === "operate" ? "secondary" : "primary"}
        icon={<ArrowRight aria-hidden />}
        confirm={{
          title: `Pass to ${next}?`,
          body: (
            <>
              <p>The conditions as they stand now are kept with this step.</p>
              <OutcomeField gate={gate} />
            </>
          ),
        }}
      >
        Pass to {next}
      </ActionButton>
    );
  }
  if (isReady) {
    return (
      <ActionButton
        action={askForGate}
        fields={fields}
        variant="primary"
        icon={<Send aria-hidden />}
        confirm={{
          title: `Ask to pass to ${next}?`,
          body: (
            <>
              <p>{gate.approver ? `This goes to ${approverLabels[gate.approver]}.` : null}</p>
              <OutcomeField gate={gate} />
            </>
          ),
          label: "Request approval",
        }}
      >
        Request approval
      </ActionButton>
    );
  }
  if (gate.approver === null) return null;
  return (
    <ActionButton
      action={askForGate}
      fields={fields}
      icon={<Send aria-hidden />}
      confirm={{
        title: "Ask for a waiver?",
        body: (
          <>
            <p>The gate is passed although conditions are not met. The reason and what was missing are recorded.</p>
            <Field name="waiverReason" label="Why may it be passed all the same?" required>
              <Textarea rows={3} />
            </Field>
            <OutcomeField gate={gate} />
          </>
        ),
        label: "Ask for the waiver",
      }}
    >
      Ask for a waiver
    </ActionButton>
  );
}

type RequestButtonsProps = {
  fields: Fields;
  gate: GateCardProps["gate"];
  request: RequestedPassage;
  seat: GateSeat;
  isReady: boolean;
};

function RequestButtons({ fields, gate, request, seat, isReady }: RequestButtonsProps) {
  const canDecide = seat.canDecide && seat.mayNotDecide === null;
  return (
    <>
      {seat.canRequest ? (
        <ActionButton action={takeBackGate} fields={fields} variant="quiet">
          Take back
        </ActionButton>
      ) : null}
      {canDecide ? (
        <>
          <ActionButton
            action={decideOnGate}
            fields={{ ...fields, isApproved: "false" }}
            variant="danger"
            icon={<X aria-hidden />}
            confirm={{
              title: "Reject this request?",
              body: (
                <Field name="reason" label="Why?" required>
                  <Textarea rows={3} />
                </Field>
              ),
              label: "Reject the request",
            }}
          >
            Reject
          </ActionButton>
          <ActionButton
            action={decideOnGate}
            fields={{ ...fields, isApproved: "true" }}
            variant="primary"
            icon={<Check aria-hidden />}
            confirm={{
              title: `Approve and pass to ${stageLabels[gate.next]}?`,
              body: isReady ? (
                <p>All conditions are met.</p>
              ) : (
                <>
                  <p>Conditions are not met: you waive them, and your reason is recorded.</p>
                  <Field name="waiverReason" label="Reason of the waiver" required>
                    <Textarea rows={3} defaultValue={request.waiverReason ?? ""} />
                  </Field>
                </>
              ),
              label: "Approve",
            }}
          >
            Approve
          </ActionButton>
        </>
      ) : null}
    </>
  );
}
