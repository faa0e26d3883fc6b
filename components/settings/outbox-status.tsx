import { CircleAlert, CircleCheck, Clock, LoaderCircle } from "lucide-react";
import { Status } from "@/components/ui/status";

/** Colour, icon and word. */
export function OutboxStatus({ state }: { state: string }) {
  if (state === "sent") {
    return (
      <Status tone="good" icon={<CircleCheck aria-hidden />}>
        Sent
      </Status>
    );
  }
  if (state === "failed") {
    return (
      <Status tone="bad" icon={<CircleAlert aria-hidden />}>
        Not delivered
      </Status>
    );
  }
  const isSending = state === "sending";
  return (
    <Status tone="neutral" icon={isSending ? <LoaderCircle aria-hidden /> : <Clock aria-hidden />}>
      {isSending ? "Being sent" : "Waiting"}
    </Status>
  );
}
