import { Card, CardHeader } from "@/components/ui/card";
import { DateText, InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import type { AmendmentWithText } from "@/lib/agreements/queries/amendments";
import type { Reader } from "@/lib/shared/format";

type Props = { amendment: AmendmentWithText; reader: Reader };

/** From when it holds, who agreed to it and when, and the hash of the text that it leads to. */
export function AmendmentFacts({ amendment, reader }: Props) {
  const { assent, text, needsApproval, needsAssent, endedReason } = amendment;
  return (
    <Card>
      <CardHeader title={`Amendment ${amendment.number}`} />
      <KeyFacts
        facts={[
          { label: "In force from", value: <DateText day={amendment.effectiveFrom} reader={reader} /> },
          { label: "Written by", value: amendment.createdByName },
          {
            label: "Proposed",
            value: <InstantText instant={amendment.proposedAt} reader={reader} missing="not yet" />,
          },
          ...(needsApproval
            ? [
                {
                  label: "Approved",
                  value: (
                    <>
                      <InstantText instant={amendment.approvedAt} reader={reader} missing="not yet" />
                      {amendment.approvedByName ? (
                        <span className="block text-ink-3 text-xs">{amendment.approvedByName}</span>
                      ) : null}
                    </>
                  ),
                },
              ]
            : []),
          {
            label: "Vendor's assent",
            value: needsAssent ? (
              <>
                <InstantText instant={assent?.signedAt ?? null} reader={reader} missing="not yet" />
                {assent ? (
                  <span className="block text-ink-3 text-xs">
                    {assent.signedName}
                    {assent.paperOn ? ", on paper" : ""}
                  </span>
                ) : null}
              </>
            ) : (
              "not needed: nothing that was signed changes"
            ),
          },
          { label: "In force since", value: <InstantText instant={amendment.inForceAt} reader={reader} /> },
          ...(endedReason ? [{ label: "Reason", value: endedReason }] : []),
          ...(text
            ? [
                { label: "Text", value: `Number ${text.number}` },
                { label: "SHA-256", value: <code className="break-all text-xs">{text.sha256}</code> },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
