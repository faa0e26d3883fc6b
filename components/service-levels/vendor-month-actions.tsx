import { ChevronLeft, ChevronRight, FileSignature, FileText, Flag, Plus, Send } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { may, type VendorActor } from "@/lib/access/actor";
import { disputeMonthAsVendor, reportMonthAsVendor, signMonthAsVendor } from "@/lib/service-levels/actions";
import type { BoardContract } from "@/lib/service-levels/queries/board";
import type { PeriodRecord } from "@/lib/service-levels/queries/period";
import type { VersionRecord } from "@/lib/service-levels/queries/versions";
import { allows } from "@/lib/service-levels/rules/period-states";
import { formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type Props = {
  contract: BoardContract;
  period: PeriodRecord;
  /** The newest first. */
  versions: readonly VersionRecord[];
  contact: VendorActor & Reader;
};

/** From month to month, and what the month waits for from the vendor. */
export function VendorMonthActions({ contract, period, versions, contact }: Props) {
  const [version] = versions;
  const isSigned = version?.signatures.some((each) => each.side === "vendor") ?? false;
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
      {may(contact, "period:sign") && period.state === "verified" && version && !isSigned ? (
        <ActionButton
          action={signMonthAsVendor}
          fields={{ ...fields, contentHash: version.contentHash }}
          variant="primary"
          icon={<FileSignature aria-hidden />}
          confirm={{
            title: `Sign ${month}?`,
            label: `Sign ${name}`,
            body: (
              <>
                <p>
                  You sign version {version.number} for your company, with credits of{" "}
                  {formatMoney(version.creditTotal, period.currency, contact, { digits: "paid" })}. Read the sheet
                  first.
                </p>
                <p className="break-all text-ink-3 text-xs">SHA-256 {version.contentHash}</p>
                <Field name="signedName" label="Your full name" required>
                  <Input autoComplete="name" defaultValue={contact.name} />
                </Field>
              </>
            ),
          }}
        >
          Sign {name}
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
