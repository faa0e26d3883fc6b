"use client";

import { useId, useState } from "react";
import { Input } from "@/components/ui/input";
import type { WorkingTimeBody } from "@/lib/simulations/examples";

type Hours = WorkingTimeBody["calendar"]["hours"];
const DAYS = [
  ["mon", "Monday"],
  ["tue", "Tuesday"],
  ["wed", "Wednesday"],
  ["thu", "Thursday"],
  ["fri", "Friday"],
  ["sat", "Saturday"],
  ["sun", "Sunday"],
] as const;

function write(openings: readonly (readonly [string, string])[] | undefined): string {
  return (openings ?? []).map(([from, to]) => `${from}-${to}`).join(", ");
}

/** `09:00-12:00, 13:00-17:30`; what is not a time is left for the rule to refuse. */
function read(text: string): [string, string][] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [from = "", to = ""] = part.split(/\s*[-–]\s*/);
      return [from, to];
    });
}

type WeekFieldsProps = { hours: Hours; errors: Record<string, string>; onChange: (hours: Hours) => void };

/** Openings of each weekday in a line. */
export function WeekFields({ hours, errors, onChange }: WeekFieldsProps) {
  const id = useId();
  const [texts, setTexts] = useState(() => Object.fromEntries(DAYS.map(([key]) => [key, write(hours[key])])));

  function change(key: (typeof DAYS)[number][0], text: string) {
    setTexts({ ...texts, [key]: text });
    const openings = read(text);
    const rest = Object.fromEntries(Object.entries(hours).filter(([day]) => day !== key));
    onChange(openings.length > 0 ? { ...rest, [key]: openings } : rest);
  }

  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">
        Openings <span className="font-normal text-ink-3">such as 09:00-12:00, 13:00-17:30; empty is closed</span>
      </legend>
      {DAYS.map(([key, label]) => (
        <div key={key} className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-2 text-sm">
          <label htmlFor={`${id}-${key}`}>{label}</label>
          <Input
            id={`${id}-${key}`}
            value={texts[key] ?? ""}
            placeholder="Closed"
            aria-invalid={Object.keys(errors).some((path) => path.startsWith(`calendar.hours.${key}`)) || undefined}
            onChange={(event) => change(key, event.currentTarget.value)}
          />
        </div>
      ))}
    </fieldset>
  );
}
