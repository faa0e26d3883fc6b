import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import type { TextHead } from "@/lib/agreements/queries/texts";
import type { Reader } from "@/lib/shared/format";

type Props = { head: Pick<TextHead, "number" | "sha256" | "createdAt" | "amendment" | "isCurrent">; reader: Reader };

/** Number and hash of a text: what a signature names. */
export function TextFacts({ head, reader }: Props) {
  return (
    <Card>
      <CardHeader title={`Text number ${head.number}`} />
      <KeyFacts
        facts={[
          { label: "SHA-256", value: <code className="break-all text-xs">{head.sha256}</code> },
          { label: "Made", value: <InstantText instant={head.createdAt} reader={reader} /> },
          {
            label: "Holds",
            value: head.isCurrent ? "yes, this one" : head.amendment ? "not unless agreed" : "no, a later one does",
          },
          ...(head.amendment ? [{ label: "Comes from", value: `Amendment ${head.amendment.number}` }] : []),
        ]}
      />
    </Card>
  );
}
