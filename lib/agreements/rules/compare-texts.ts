import type { ContractText } from "./contract-text";
import {
  type DescribedField,
  type DescribedItem,
  type DescribedSection,
  describeText,
  type Names,
} from "./describe-text";

export type Difference = {
  key: string;
  section: string;
  item: string;
  label: string;
  /** Null: it was not there, or is not there any more. */
  before: DescribedField | null;
  after: DescribedField | null;
};

type Placed = { section: DescribedSection; item: DescribedItem };
const fieldOf = (item: DescribedItem | undefined, key: string) => item?.fields.find((each) => each.key === key) ?? null;

function place(text: ContractText, names: Names): Map<string, Placed> {
  const items = describeText(text, names).flatMap((section) =>
    section.items.map((item) => [`${section.key}/${item.key}`, { section, item }] as const),
  );
  return new Map(items);
}

/**
 * Term by term what differs between two texts, in the order in which they are read. What takes the place of something
 * from a day on stands beside that; that the earlier one ends the day before is not told a second time.
 */
export function compareTexts(before: ContractText, after: ContractText, names: Names = {}): Difference[] {
  const old = place(before, names);
  const now = place(after, names);
  const followed = new Set(
    [...now].flatMap(([key, { section, item }]) =>
      item.follows && !old.has(key) ? [`${section.key}/${item.follows}`] : [],
    ),
  );
  const told = [...now, ...[...old].filter(([key]) => !now.has(key))].flatMap(
    ([key, { section, item }]): Difference[] => {
      const same = old.get(key)?.item;
      const past =
        same ??
        (item.follows
          ? (old.get(`${section.key}/${item.follows}`) ?? now.get(`${section.key}/${item.follows}`))?.item
          : undefined);
      const present = now.get(key)?.item;
      const keys = new Set([...(present?.fields ?? []), ...(past?.fields ?? [])].map((each) => each.key));
      return [...keys].flatMap((name): Difference[] => {
        const [was, is] = [fieldOf(past, name), fieldOf(present, name)];
        const field = is ?? was;
        const isOld = name === "to" && (followed.has(key) || (!same && is === null));
        if (!field || was?.value === is?.value || isOld) return [];
        return [
          {
            key: `${key}/${name}`,
            section: section.title,
            item: item.title,
            label: field.label,
            before: was,
            after: is,
          },
        ];
      });
    },
  );
  const order = describeText(after).map(({ title }) => title);
  return told.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}
