import { CheckCheck, ChevronLeft, ChevronRight, FileText, Flag, Lock, Send } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { MemberActor } from "@/lib/access/actor";
import { may } from "@/lib/access/actor";
import { disputeMonth, lockMonth, reportMonth, verifyMonth } from "@/lib/service-levels/actions";
import type { BoardContract } from "@/lib/service-levels/queries/board";
import type { PeriodRecord } from "@/lib/service-levels/queries/period";
import type { VersionRecord } from "@/lib/service-levels/queries/versions";
import { allows } from "@/lib/service-levels/rules/period-states";
import { formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type MonthActionsProps = {
  contract: BoardContract;
  period: PeriodRecord;
  /** The newest first. */
  versions: readonly VersionRecord[];
  member: MemberActor & Reader;
};

/** From month to month, and the one thing that the month waits for. */
export function MonthActions({ contract, period, versions, member }: MonthActionsProps) {
  const [version] = versions;
  const isVendorSigned = version?.signatures.some((each) => each.side === "vendor") ?? false;
  const hasCharges = period.chargeCount > 0;
  const base = `/contracts/${contract.id}/service-levels`;
  const months = contract.periods.map((each) => each.month);
  const at = months.indexOf(period.month);
  const [previous, next] = [months[at - 1], months[at + 1]];
  const name = formatMonth(period.month, member).split(" ")[0] ?? "";
  const fields = { id: period.id, version: period.version };
  const credit = formatMoney(period.creditTotal ?? "0", period.currency, member, { digits: "paid" });
  return (
    <>
      {previous ? (
        <LinkButton
          size="icon"
          href={`${base}?month=${previous}`}
          aria-label={formatMonth(previous, member)}
          icon={<ChevronLeft aria-hidden />}
        />
      ) : null}
      {next ? (
        <LinkButton
          size="icon"
          href={`${base}?month=${next}`}
          aria-label={formatMonth(next, member)}
          icon={<ChevronRight aria-hidden />}
        />
      ) : null}
      <LinkButton href={`${base}/sheet/${period.month}`} icon={<FileText aria-hidden />}>
        Sheet
      </LinkButton>
      {may(member, "period:dispute") && allows("dispute", period.state) ? (
        <ActionButton
          action={disputeMonth}
          fields={fields}
          icon={<Flag aria-hidden />}
          confirm={{
            title: `Dispute ${formatMonth(period.month, member)}?`,
            label: `Dispute ${name}`,
            body: (
              <>
                <p>The vendor sees the reason. The month can be reported again.</p>
                <Field name="reason" label="What is wrong" required>
                  <Textarea />
                </Field>
              </>
            ),
          }}
        >
          Dispute
        </ActionButton>
      ) : null}
      {may(member, "measurement:report") && allows("report", period.state) ? (
        <ActionButton action={reportMonth} fields={fields} variant="primary" icon={<Send aria-hidden />}>
          Report {name}
        </ActionButton>
      ) : null}
      {may(member, "period:verify") && period.state === "reported" ? (
        <ActionButton
          action={verifyMonth}
          fields={fields}
          variant="primary"
          icon={<CheckCheck aria-hidden />}
          confirm={{
            title: `Verify ${formatMonth(period.month, member)}?`,
            label: `Verify ${name}`,
            body: (
              <>
                <p>
                  The figures are agreed to and frozen as a version, and credits of {credit} are posted. The vendor is
                  asked to sign.
                </p>
                {hasCharges ? null : (
                  <Field
                    name="noChargesReason"
                    label="Why the month has no charges"
                    help="No charges are recorded, so no credit can be computed. Record them first, or say why there are none."
                    required
                  >
                    <Textarea rows={2} />
                  </Field>
                )}
              </>
            ),
          }}
        >
          Verify {name}
        </ActionButton>
      ) : null}
      {may(member, "period:lock") && allows("lock", period.state) && version ? (
        <ActionButton
          action={lockMonth}
          fields={{ ...fields, contentHash: version.contentHash }}
          variant="primary"
          icon={<Lock aria-hidden />}
          confirm={{
            title: `Sign and lock ${formatMonth(period.month, member)}?`,
            label: `Sign and lock ${name}`,
            body: (
              <>
                <p>
                  You sign version {version.number} with credits of {credit}. Nothing of the month changes after that:
                  late figures are put to the other side as a restatement.
                </p>
                <p className="break-all text-ink-3 text-xs">SHA-256 {version.contentHash}</p>
                <Field name="signedName" label="Your full name" required>
                  <Input autoComplete="name" defaultValue={member.name} />
                </Field>
                {isVendorSigned ? null : (
                  <Field
                    name="unsignedReason"
                    label="Why it is locked without the vendor's signature"
                    help="The vendor has ten days from the verification to sign."
                    required
                  >
                    <Textarea rows={2} />
                  </Field>
                )}
              </>
            ),
          }}
        >
          Sign and lock {name}
        </ActionButton>
      ) : null}
    </>
  );
}
