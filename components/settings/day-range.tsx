import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/input";

/** Two days inside a list's toolbar; the button sends what was typed. */
export function DayRange({ from, to }: { from: string | undefined; to: string | undefined }) {
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor="from-day">From</label>
      <DateInput id="from-day" name="from" defaultValue={from} key={`from-${from}`} />
      <label htmlFor="to-day">to</label>
      <DateInput id="to-day" name="to" defaultValue={to} key={`to-${to}`} />
      <Button type="submit">Apply</Button>
    </span>
  );
}
