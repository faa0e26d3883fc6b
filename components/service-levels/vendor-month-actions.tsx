import { ChevronLeft, ChevronRight, FileText, Flag, Plus, Send } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { may, type VendorActor } from "@/lib/access/actor";
import { disputeMonthAsVendor, reportMonthAsVendor } from "@/lib/service-levels/actions";
import type { BoardContract } from "@/lib/service-levels/queries/board";
import type { PeriodRecord } from "@/lib/service-levels/queries/period";
import { allows } from "@/lib/service-levels/rules/period-states";
import { formatMonth, type Reader } from "@/lib/shared/format";

type Props = { contract: BoardContract; period: PeriodRecord; contact: VendorActor & Reader };

/** From month to month, and what the month waits for from the vendor. */
export function VendorMonthActions({ contract, period, contact }: Props) {
  const base = `/portal/contracts/${contract.id}/service-levels`;
  const months = contract.periods.map((each) => each.month);
  const at = months.indexOf(period.month);
  const [previous, next] = [months[at - 1], months[at + 1]];
  const month = formatMonth(period.month, contact);
  const name = month.split(" ")[0] ?? "";
  const fields = { id: period.id, version: period.version };
  const isOurs = allows("report", period.state);
  return (
    <>
      {previous ? (
        <LinkButton
          size="icon"
          href={`${base}?month=${previous}`}
          aria-label={formatMonth(previous, contact)}
          icon={<ChevronLeft aria-hidden />}
        />
      ) : null}
      {next ? (
        <LinkButton
          size="icon"
          href={`${base}?month=${next}`}
          aria-label={formatMonth(next, contact)}
          icon={<ChevronRight aria-hidden />}
        />
      ) : null}
      <LinkButton href={`${base}/sheet/${period.month}`} icon={<FileText aria-hidden />}>
        Sheet
      </LinkButton>
      {may(contact, "measurement:report") && isOurs ? (
        <LinkButton href={`${base}/measurements/new?month=${period.month}`} icon={<Plus aria-hidden />}>
          Record figure
        </LinkButton>
      ) : null}
      {may(contact, "period:dispute") && allows("dispute", period.state) ? (
        <ActionButton
          action={disputeMonthAsVendor}
          fields={fields}
          icon={<Flag aria-hidden />}
          confirm={{
            title: `Dispute ${month}?`,
            label: `Dispute ${name}`,
            body: (
              <>
                <p>Your client sees the reason and answers. Until then the month is not agreed.</p>
                <Field name="reason" label="What is wrong, and where it can be seen" required>
                  <Textarea />
                </Field>
              </>
            ),
          }}
        >
          Dispute
        </ActionButton>
      ) : null}
      {may(contact, "measurement:report") && isOurs ? (
        <ActionButton
          action={reportMonthAsVendor}
          fields={fields}
          variant="primary"
          icon={<Send aria-hidden />}
          confirm={{
            title: `Report ${month}?`,
            label: `Report ${name}`,
            body: <p>You say that the figures of the month are complete. Your client verifies them next.</p>,
          }}
        >
          Report {name}
        </ActionButton>
      ) : null}
    </>
  );
}
