import { Card, CardHeader } from "@/components/ui/card";
import type { ContractText } from "@/lib/agreements/rules/contract-text";
import { type DescribedItem, describeText, type Names } from "@/lib/agreements/rules/describe-text";
import type { Reader } from "@/lib/shared/format";
import { DescribedValue } from "./described-value";

type Props = { text: ContractText; names: Names; reader: Reader };

function Item({ item, currency, reader }: { item: DescribedItem; currency: string; reader: Reader }) {
  return (
    <div className="border-line px-4 py-3 [&:not(:last-child)]:border-b">
      <h3 className="font-medium text-sm">{item.title}</h3>
      {item.fields.length === 0 ? (
        <p className="mt-1 text-ink-3 text-sm">Nothing agreed.</p>
      ) : (
        <dl className="mt-1 grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[minmax(9rem,30%)_1fr]">
          {item.fields.map((field) => (
            <div key={field.key} className="contents">
              <dt className="text-ink-3">{field.label}</dt>
              <dd className="min-w-0 break-words">
                <DescribedValue field={field} currency={currency} reader={reader} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** The whole text that the parties sign, part by part. */
export function TextCards({ text, names, reader }: Props) {
  return describeText(text, names).map((section) => (
    <Card key={section.key}>
      <CardHeader title={section.title} />
      {section.items.length === 0 ? <p className="px-4 py-3 text-ink-3 text-sm">Nothing agreed.</p> : null}
      {section.items.map((item) => (
        <Item key={item.key} item={item} currency={text.contract.currency} reader={reader} />
      ))}
    </Card>
  ));
}
