"use client";

import { type ComponentProps, useState } from "react";
import { Dialog } from "./dialog";
import { Steps } from "./steps";

type StepsDialogProps = ComponentProps<typeof Steps> & { title: string; label?: string };

/** "Show the calculation" where there is no room to open it in place: card headers, table cells. */
export function StepsDialog({ title, label = "Show the calculation", ...steps }: StepsDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        className="min-h-6 rounded text-ink-2 hover:text-ink hover:underline"
      >
        {label}
      </button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={title}>
        <div className="-mx-1 rounded-md border border-line bg-surface text-base">
          <Steps {...steps} />
        </div>
      </Dialog>
    </>
  );
}
