import clsx from "clsx";
import { Info } from "lucide-react";
import { type ReactNode, useId } from "react";

type PopoverProps = {
  trigger: ReactNode;
  label?: string;
  triggerClassName?: string;
  side?: "start" | "end" | "top";
  className?: string;
  children: ReactNode;
};

/** Anything in a small floating sheet, opened by a button. The browser does it all: no script. */
export function Popover({ trigger, label, triggerClassName, side = "start", className, children }: PopoverProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={triggerClassName}>
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        className={clsx("float fade-in", side === "end" && "float-end", side === "top" && "float-top", className)}
      >
        {children}
      </div>
    </>
  );
}

/** A word of explanation behind an "i"; by click, so that it works by touch and keyboard too. */
export function InfoTip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Popover
      label={label}
      trigger={<Info aria-hidden className="size-3.5!" />}
      triggerClassName="inline-grid size-6 place-items-center rounded-full align-middle text-ink-3 hover:text-ink"
      className="max-w-72 px-3 py-2 font-normal text-ink-2 text-sm"
    >
      {children}
    </Popover>
  );
}
