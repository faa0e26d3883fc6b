import "server-only";
import type { OrganizationId, SystemActor } from "@/lib/access/actor";

/** What a scheduled job is given: whose clock it is, and how far it has come. */
export type ScheduledContext = {
  actor: SystemActor;
  organizationId: OrganizationId;
  /** By the database's clock. */
  now: Date;
  /** The organization's day. */
  today: string;
  /** Everything that became due until then is done; null at the first run. */
  since: Date | null;
  /** The organization's day of `since`. */
  sinceDay: string | null;
};

/** Answers in words what was done. Must be idempotent: a run that was cut short is begun again from the same `since`. */
export type ScheduledWork = (context: ScheduledContext) => Promise<string>;

export type ScheduledJob = {
  name: string;
  /** What it does, in a sentence for Settings → Jobs. */
  does: string;
  /** When the queue looks whether something is due, in cron's words, UTC. */
  cron: string;
  /** `tick`: at every look. `day`: once in each day of the organization, at the first look after its midnight. */
  rhythm: "tick" | "day";
  work: () => Promise<ScheduledWork>;
};

const FIVE_MINUTES = "*/5 * * * *";
const QUARTER_HOUR = "*/15 * * * *";

/**
 * What the clock does. To add something, write it beside its domain or in `runs`, and name it here: the queue, the page,
 * the API and "run now" read this table. Contracts have zones of their own: what depends on them looks every quarter of
 * an hour, what depends on the organization's day runs once in it.
 */
export const scheduledJobs = {
  rfps: {
    name: "RFPs at their deadlines",
    does: "Closes RFPs whose time for bids is over and tells those who open them; tells of questions without an answer and of standstills that end.",
    cron: FIVE_MINUTES,
    rhythm: "tick",
    work: async () => (await import("./runs/rfps")).runRfps,
  },
  contracts: {
    name: "Terms of contracts",
    does: "Lets contracts become expiring, renew by themselves and expire; reminds of the last safe day and of notice.",
    cron: QUARTER_HOUR,
    rhythm: "tick",
    work: async () => (await import("./runs/contracts")).runContracts,
  },
  months: {
    name: "Months that end",
    does: "Asks both sides for the report of a month that has ended, and those who record charges for what is missing.",
    cron: QUARTER_HOUR,
    rhythm: "tick",
    work: async () => (await import("./runs/months")).runMonths,
  },
  charges: {
    name: "Charges at the month's end",
    does: "Proposes fixed fees and planned volumes of months that have ended. A person confirms them.",
    cron: QUARTER_HOUR,
    rhythm: "tick",
    work: async () => (await import("./runs/charges")).runCharges,
  },
  work: {
    name: "Overdue work",
    does: "Tells the owners of actions, transition tasks and mitigations that their day has passed.",
    cron: QUARTER_HOUR,
    rhythm: "day",
    work: async () => (await import("./runs/overdue-work")).runOverdueWork,
  },
  reviews: {
    name: "Certificates and reviews",
    does: "Reminds of certificates that run out, of reviews of vendors and of risks whose day has come.",
    cron: QUARTER_HOUR,
    rhythm: "day",
    work: async () => (await import("./runs/reviews")).runReviews,
  },
  health: {
    name: "Health of engagements",
    does: "Judges the health of running engagements anew each night and tells the owner when it has turned worse.",
    cron: QUARTER_HOUR,
    rhythm: "day",
    work: async () => (await import("./runs/health")).runHealth,
  },
} as const satisfies Record<string, ScheduledJob>;

export type ScheduledKey = keyof typeof scheduledJobs;
export const SCHEDULED_KEYS = Object.keys(scheduledJobs) as ScheduledKey[];

export function isScheduledKey(key: string): key is ScheduledKey {
  return Object.hasOwn(scheduledJobs, key);
}
