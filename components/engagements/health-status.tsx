import { Status } from "@/components/ui/status";
import { healthLabels } from "@/lib/engagements/labels";
import type { Health } from "@/lib/engagements/rules/health";
import { healthTones } from "./tones";

export function HealthStatus({ health }: { health: Health }) {
  return <Status tone={healthTones[health]}>{healthLabels[health]}</Status>;
}
