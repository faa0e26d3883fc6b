import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { TextHead } from "@/lib/agreements/queries/texts";

type Props = { base: string; heads: readonly TextHead[]; number: number; compare: number | null };

const nameOf = ({ number, amendment, isCurrent }: TextHead) =>
  `Number ${number}${amendment ? `, amendment ${amendment.number}` : ""}${isCurrent ? " (holds)" : ""}`;

/** Which text is read, and with which other one it is compared. */
export function CompareForm({ base, heads, number, compare }: Props) {
  if (heads.length < 2) return null;
  const options = heads.map((head) => ({ value: String(head.number), label: nameOf(head) }));
  return (
    <form method="get" action={base} className="flex flex-wrap items-end gap-2">
      <span className="grid gap-1 text-sm">
        <label htmlFor="text-number">Read</label>
        <Select id="text-number" name="number" options={options} defaultValue={String(number)} />
      </span>
      <span className="grid gap-1 text-sm">
        <label htmlFor="text-compare">Compared with</label>
        <Select
          id="text-compare"
          name="compare"
          options={[{ value: "", label: "none" }, ...options]}
          defaultValue={compare === null ? "" : String(compare)}
        />
      </span>
      <Button type="submit">Show</Button>
    </form>
  );
}
