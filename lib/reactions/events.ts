import type { agreementEvents } from "@/lib/agreements/events";
import type { businessCaseEvents } from "@/lib/business-cases/events";
import type { chargeEvents } from "@/lib/charges/events";
import type { contractEvents } from "@/lib/contracts/events";
import type { engagementEvents } from "@/lib/engagements/events";
import type { governanceEvents } from "@/lib/governance/events";
import type { riskEvents } from "@/lib/risks/events";
import type { serviceLevelEvents } from "@/lib/service-levels/events";
import type { sourcingEvents } from "@/lib/sourcing/events";
import type { transitionEvents } from "@/lib/transitions/events";
import type { vendorEvents } from "@/lib/vendors/events";

type Made<Events> = Events extends Record<string, (...args: never[]) => infer Event> ? Event : never;

/** Everything that any domain can say has happened. */
export type DomainEvent =
  | Made<typeof agreementEvents>
  | Made<typeof businessCaseEvents>
  | Made<typeof chargeEvents>
  | Made<typeof contractEvents>
  | Made<typeof engagementEvents>
  | Made<typeof governanceEvents>
  | Made<typeof riskEvents>
  | Made<typeof serviceLevelEvents>
  | Made<typeof sourcingEvents>
  | Made<typeof transitionEvents>
  | Made<typeof vendorEvents>;

export type EventKind = DomainEvent["kind"];
export type EventOf<Kind extends EventKind> = Extract<DomainEvent, { kind: Kind }>;
