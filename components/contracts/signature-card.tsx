import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import type { ContractRecord } from "@/lib/contracts/queries";
import type { Reader } from "@/lib/shared/format";

function Signature({ at, by, reader }: { at: string | null; by: string | null; reader: Reader }) {
  if (!at) return <span className="text-ink-3">not yet</span>;
  return (
    <>
      <InstantText instant={at} reader={reader} />
      {by ? <span className="block text-ink-3 text-xs">{by}</span> : null}
    </>
  );
}

type Props = { contract: ContractRecord; reader: Reader; withApproval?: boolean };

export function SignatureCard({ contract, reader, withApproval = false }: Props) {
  const vendorSigner = contract.vendorSignerName ?? (contract.vendorSignatureNote || null);
  return (
    <Card>
      <CardHeader title="Signatures" />
      <KeyFacts
        facts={[
          {
            label: "Client",
            value: <Signature at={contract.clientSignedAt} by={contract.clientSignerName} reader={reader} />,
          },
          { label: "Vendor", value: <Signature at={contract.vendorSignedAt} by={vendorSigner} reader={reader} /> },
          ...(withApproval
            ? [
                {
                  label: "Approved",
                  value: <Signature at={contract.approvedAt} by={contract.approverName} reader={reader} />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
