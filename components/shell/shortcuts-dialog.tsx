"use client";

import { Fragment, useState } from "react";
import { Checkbox } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/kbd";
import { areLettersOn, setLetters } from "./shortcut-setting";
import type { Command } from "./types";

export function ShortcutsDialog({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const [isOn, setIsOn] = useState(areLettersOn);
  const list = [
    { label: "Find a record or run a command", keys: "Ctrl K" },
    { label: "This list", keys: "?" },
    ...commands.flatMap((command) => (command.shortcut ? [{ label: command.label, keys: command.shortcut }] : [])),
  ];
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
        {list.map(({ label, keys }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd className="flex justify-end">
              <Keys keys={keys} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <div className="mt-4 border-line border-t pt-3">
        <Checkbox
          label="Use shortcuts of single letters"
          help="Ctrl K always works."
          checked={isOn}
          onChange={(event) => {
            setIsOn(event.target.checked);
            setLetters(event.target.checked);
          }}
        />
      </div>
    </Dialog>
  );
}
