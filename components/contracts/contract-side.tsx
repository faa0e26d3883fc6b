import { Card, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { MoneyText } from "@/components/ui/money-text";
import { StepsDisclosure } from "@/components/ui/steps";
import { TextLink } from "@/components/ui/text-link";
import type { SignatureRecord } from "@/lib/agreements/queries/texts";
import { CONTRACT_TYPE, DATA_TERM, type DATA_TERMS } from "@/lib/contracts/labels";
import type { ContractRecord } from "@/lib/contracts/queries";
import type { ContractReadings } from "@/lib/contracts/terms";
import type { Reader } from "@/lib/shared/format";
import { findRenewalDates } from "@/lib/shared/renewal";
import { SignatureCard } from "./signature-card";

type Props = {
  contract: ContractRecord;
  readings: ContractReadings;
  signatures: readonly SignatureRecord[];
  reader: Reader;
};

/** Key facts, dates with their working, signatures, and the thread back to where the contract comes from. */
export function ContractSide({ contract, readings, signatures, reader }: Props) {
  const { endOn } = contract;
  const renewal = endOn
    ? findRenewalDates({
        endDate: endOn,
        noticeMonths: Number(readings.clientNoticeMonths.value ?? 0),
        internalLeadDays: Number(readings.internalLeadDays.value ?? 0),
        switchingLeadDays: Number(readings.switchingLeadDays.value ?? 0),
      })
    : null;
  return (
    <>
      <Card>
        <CardHeader title="Contract" />
        <KeyFacts
          facts={[
            { label: "Type", value: CONTRACT_TYPE[contract.type] },
            { label: "First day", value: <DateText day={contract.startDate} reader={reader} /> },
            { label: "Last day", value: <DateText day={endOn} reader={reader} /> },
            {
              label: "Value a year",
              value: <MoneyText amount={contract.yearlyValue} currency={contract.currency} reader={reader} />,
            },
            { label: "Time zone", value: contract.timeZone },
            ...(contract.noticeGivenOn
              ? [
                  {
                    label: "Notice given",
                    value: (
                      <>
                        <DateText day={contract.noticeGivenOn} reader={reader} /> by{" "}
                        {contract.noticeGivenBy === "vendor" ? "the vendor" : "us"}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {renewal ? (
        <Card>
          <CardHeader title="Last safe decision" />
          <KeyFacts
            facts={[
              { label: "Decide by", value: <DateText day={renewal.result.decideBy} reader={reader} /> },
              { label: "To switch", value: <DateText day={renewal.result.decideToSwitchBy} reader={reader} /> },
              { label: "Notice by", value: <DateText day={renewal.result.noticeBy} reader={reader} /> },
            ]}
          />
          <div className="px-4 pb-3.5">
            <StepsDisclosure steps={renewal.steps} />
          </div>
        </Card>
      ) : null}
      <SignatureCard contract={contract} signatures={signatures} reader={reader} withApproval />
      <Card>
        <CardHeader title="Comes from" />
        <KeyFacts
          facts={[
            {
              label: "Engagement",
              value: (
                <TextLink href={`/engagements/${contract.engagement.id}`}>
                  {contract.engagement.code} {contract.engagement.name}
                </TextLink>
              ),
            },
            {
              label: "RFP",
              value: contract.award ? (
                <TextLink href={`/rfps/${contract.award.rfp.id}`}>{contract.award.rfp.code}</TextLink>
              ) : null,
            },
            {
              label: "Data protection",
              value: <DataTerms terms={contract.dataProtectionTerms} />,
            },
          ]}
        />
      </Card>
    </>
  );
}

function DataTerms({ terms }: { terms: readonly string[] }) {
  if (terms.length === 0) return <span className="text-ink-3">nothing ticked</span>;
  return (
    <ul className="grid gap-1">
      {terms.map((term) => (
        <li key={term}>{DATA_TERM[term as (typeof DATA_TERMS)[number]] ?? term}</li>
      ))}
    </ul>
  );
}
