import type { ContractText } from "./contract-text";
import { type DescribedField, type DescribedItem, type DescribedSection, describeText } from "./describe-text";

export type Difference = {
  key: string;
  section: string;
  item: string;
  label: string;
  /** Null: it was not there, or is not there any more. */
  before: DescribedField | null;
  after: DescribedField | null;
};

type Placed = { key: string; section: DescribedSection; item: DescribedItem; field: DescribedField };

function place(text: ContractText): Placed[] {
  return describeText(text).flatMap((section) =>
    section.items.flatMap((item) =>
      item.fields.map((field) => ({ key: `${section.key}/${item.key}/${field.key}`, section, item, field })),
    ),
  );
}

/** Term by term what differs between two texts, in the order in which they are read. */
export function compareTexts(before: ContractText, after: ContractText): Difference[] {
  const old = new Map(place(before).map((each) => [each.key, each] as const));
  const now = new Map(place(after).map((each) => [each.key, each] as const));
  const order = describeText(after).map(({ key }) => key);
  const all = [...now.values(), ...[...old.values()].filter(({ key }) => !now.has(key))];
  const differences = all.filter(({ key }) => old.get(key)?.field.value !== now.get(key)?.field.value);
  return differences
    .map(({ key, section, item, field }) => ({
      key,
      order: order.indexOf(section.key),
      section: section.title,
      item: item.title,
      label: field.label,
      before: old.get(key)?.field ?? null,
      after: now.get(key)?.field ?? null,
    }))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...difference }) => difference);
}
