import { afterEach, expect, test } from "vitest";
import { simulateCharges } from "@/lib/charges/rules/simulate-charges";
import { chargeSimulationSchema } from "@/lib/charges/simulation-schema";
import { simulateWorkingTime } from "@/lib/shared/working-time/simulate";
import { workingTimeSimulationSchema } from "@/lib/shared/working-time/simulation-schema";

const before = process.env.TZ;

afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

const hours = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:30"]]]));
const working = workingTimeSimulationSchema.parse({
  calendar: { timeZone: "Europe/Berlin", hours, holidays: ["2026-04-03", "2026-04-06"] },
  from: "2026-03-27T16:00",
  add: { workingSeconds: 200_000 },
  pauses: [{ from: "2026-03-30T08:00", to: "2026-03-30T10:15" }],
});
const fee = chargeSimulationSchema.parse({
  currency: "EUR",
  line: { type: "fixed", monthly: "3100" },
  actual: { from: "2026-03-29", to: "2026-04-06" },
});

test.each(["UTC", "Pacific/Kiritimati", "America/St_Johns", "Pacific/Pago_Pago", "Europe/Berlin"])(
  "the machine's zone is of no importance: %s",
  (zone) => {
    process.env.TZ = zone;
    // The switch must really have happened, or this would prove nothing.
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    // 55 h 33 min 20 s: 1:30 on Friday, 7:15 on Monday after the pause, 8:30 on five days from Tuesday on, then 4:18:20.
    expect(simulateWorkingTime(working)).toMatchObject({ ok: true, value: { due: "2026-04-09T13:18:20" } });
    expect(simulateCharges(fee)).toMatchObject({ ok: true, value: { charge: { amount: "920.00" } } });
  },
);
