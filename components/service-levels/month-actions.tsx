import { CheckCheck, ChevronLeft, ChevronRight, FileText, Flag, Lock, Send } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { MemberActor } from "@/lib/access/actor";
import { may } from "@/lib/access/actor";
import { disputeMonth, lockMonth, reportMonth, verifyMonth } from "@/lib/service-levels/actions";
import type { BoardContract } from "@/lib/service-levels/queries/board";
import type { PeriodRecord } from "@/lib/service-levels/queries/period";
import { allows } from "@/lib/service-levels/rules/period-states";
import { formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type MonthActionsProps = { contract: BoardContract; period: PeriodRecord; member: MemberActor & Reader };

/** From month to month, and the one thing that the month waits for. */
export function MonthActions({ contract, period, member }: MonthActionsProps) {
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
            body: <p>The figures are agreed to, and credits of {credit} are stored with their calculation.</p>,
          }}
        >
          Verify {name}
        </ActionButton>
      ) : null}
      {may(member, "period:lock") && allows("lock", period.state) ? (
        <ActionButton
          action={lockMonth}
          fields={fields}
          variant="primary"
          icon={<Lock aria-hidden />}
          confirm={{
            title: `Lock ${formatMonth(period.month, member)}?`,
            label: `Lock ${name}`,
            body: (
              <p>
                Nothing of the month can be changed after that. Late figures are posted as an adjustment in a later
                month.
              </p>
            ),
          }}
        >
          Lock {name}
        </ActionButton>
      ) : null}
    </>
  );
}
