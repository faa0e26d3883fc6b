import { Ban, CircleAlert, CircleCheck, Clock, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Status } from "@/components/ui/status";

type Tone = "good" | "bad" | "neutral" | "accent";

const STATES: Record<string, { tone: Tone; icon: ReactNode; label: string }> = {
  queued: { tone: "neutral", icon: <Clock aria-hidden />, label: "Waiting" },
  running: { tone: "accent", icon: <LoaderCircle aria-hidden />, label: "Running" },
  done: { tone: "good", icon: <CircleCheck aria-hidden />, label: "Done" },
  failed: { tone: "bad", icon: <CircleAlert aria-hidden />, label: "Failed" },
  cancelled: { tone: "neutral", icon: <Ban aria-hidden />, label: "Cancelled" },
};

/** Colour, icon and word. */
export function JobStatus({ state }: { state: string }) {
  const { tone, icon, label } = STATES[state] ?? { tone: "neutral", icon: <Clock aria-hidden />, label: state };
  return (
    <Status tone={tone} icon={icon}>
      {label}
    </Status>
  );
}
