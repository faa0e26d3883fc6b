import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText, InstantText } from "@/components/ui/date-text";
import { Status } from "@/components/ui/status";
import type { SignatureRecord } from "@/lib/agreements/queries/texts";
import type { Reader } from "@/lib/shared/format";

type Props = { signatures: readonly SignatureRecord[]; reader: Reader; withAddresses?: boolean };

/** Every name under a text of the contract: when, from where, under which hash, and whether it still counts. */
export function SignatureList({ signatures, reader, withAddresses = false }: Props) {
  if (signatures.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Signatures" />
      <DataTable
        caption="Signatures"
        rows={signatures}
        rowKey={(each) => each.id}
        columns={[
          {
            key: "who",
            header: "Signed by",
            cell: (each) => (
              <>
                {each.signedName}
                <span className="block text-ink-3 text-xs">
                  {each.side === "client" ? "for the client" : "for the vendor"}
                  {each.paperOn ? (
                    <>
                      , on paper on <DateText day={each.paperOn} reader={reader} />; recorded by {each.account}
                    </>
                  ) : each.account && each.account !== each.signedName ? (
                    `, account of ${each.account}`
                  ) : null}
                </span>
              </>
            ),
          },
          {
            key: "text",
            header: "Text",
            cell: (each) => (
              <>
                {each.text ? `Number ${each.text}` : "before texts were kept"}
                {each.sha256 ? (
                  <code className="block text-ink-3 text-xs" title={each.sha256}>
                    {each.sha256.slice(0, 16)}…
                  </code>
                ) : null}
              </>
            ),
          },
          {
            key: "at",
            header: "When",
            cell: (each) => (
              <>
                <InstantText instant={each.signedAt} reader={reader} />
                {withAddresses && each.ipAddress ? (
                  <span className="block text-ink-3 text-xs">from {each.ipAddress}</span>
                ) : null}
              </>
            ),
          },
          {
            key: "state",
            header: "Counts",
            cell: (each) =>
              each.voidedAt ? (
                <>
                  <Status tone="bad">Void</Status>
                  <span className="block text-ink-3 text-xs">{each.voidReason}</span>
                </>
              ) : (
                <Status tone="good">Yes</Status>
              ),
          },
        ]}
      />
    </Card>
  );
}
