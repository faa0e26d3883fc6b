"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ObjectiveFields } from "./objective-fields";

/** As many objectives as one wants to write down at once; none is fine too. */
export function FirstObjectives() {
  const [keys, setKeys] = useState<readonly number[]>([]);
  return (
    <div className="grid gap-4">
      {keys.map((key, index) => (
        <div key={key} className="grid gap-3 rounded-md border border-line p-3">
          <div className="flex items-center justify-between">
            <span className="font-medium text-sm">Objective {index + 1}</span>
            <Button
              size="sm"
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              onClick={() => setKeys(keys.filter((one) => one !== key))}
            >
              Remove
            </Button>
          </div>
          <ObjectiveFields prefix={`objectives.${index}.`} />
        </div>
      ))}
      <div>
        <Button icon={<Plus aria-hidden />} onClick={() => setKeys([...keys, (keys.at(-1) ?? 0) + 1])}>
          Add an objective
        </Button>
      </div>
    </div>
  );
}
