"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";

type Props = {
  name: string;
  onMove: (by: number) => void;
  onRemove: () => void;
  isFirst: boolean;
  isLast: boolean;
  isNeeded?: boolean;
};

/** Up, down and away, for a line of a form; a line that is needed stays. Nothing is stored before the form is saved. */
export function LineButtons({ name, onMove, onRemove, isFirst, isLast, isNeeded = false }: Props) {
  return (
    <span className="flex items-start gap-0.5">
      <Button
        variant="quiet"
        size="icon"
        icon={<ArrowUp aria-hidden />}
        aria-label={`Move up ${name}`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <Button
        variant="quiet"
        size="icon"
        icon={<ArrowDown aria-hidden />}
        aria-label={`Move down ${name}`}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      <Button
        variant="quiet"
        size="icon"
        icon={<Trash2 aria-hidden />}
        aria-label={`Remove ${name}`}
        disabled={isNeeded}
        onClick={onRemove}
      />
    </span>
  );
}
