import "server-only";

/** Something that the clock does: its name in the queue and when, in cron's words. */
export type Schedule = { key: string; cron: string };
export type Schedules = {
  list: readonly Schedule[];
  /** Does all that has become due, in every organization; loaded when the first one is. */
  load: () => Promise<(key: string) => Promise<void>>;
};

// Handed in once per process by whoever puts the process together; bundles of one process share it.
const holder = globalThis as typeof globalThis & { stewardSchedules?: Schedules };

export function handInSchedules(schedules: Schedules): void {
  holder.stewardSchedules = schedules;
}

export function listSchedules(): readonly Schedule[] {
  return holder.stewardSchedules?.list ?? [];
}

export async function runSchedule(key: string): Promise<void> {
  await (await holder.stewardSchedules?.load())?.(key);
}
