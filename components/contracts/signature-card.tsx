import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import type { SignatureRecord } from "@/lib/agreements/queries/texts";
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

type Props = {
  contract: ContractRecord;
  signatures: readonly SignatureRecord[];
  reader: Reader;
  withApproval?: boolean;
};

/** Who has signed the text that holds; a void signature is none. */
export function SignatureCard({ contract, signatures, reader, withApproval = false }: Props) {
  const living = signatures.filter(({ voidedAt, amendment }) => !voidedAt && amendment === null);
  const client = living.find(({ side }) => side === "client");
  const vendor = living.find(({ side }) => side === "vendor");
  return (
    <Card>
      <CardHeader title="Signatures" />
      <KeyFacts
        facts={[
          {
            label: "Client",
            value: <Signature at={client?.signedAt ?? null} by={client?.signedName ?? null} reader={reader} />,
          },
          {
            label: "Vendor",
            value: <Signature at={vendor?.signedAt ?? null} by={vendor?.signedName ?? null} reader={reader} />,
          },
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
