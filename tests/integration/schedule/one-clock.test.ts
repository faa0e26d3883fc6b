import { expect, test } from "vitest";
import { databaseNow, databaseToday, organizationToday } from "@/lib/server/clock";
import { sql } from "@/lib/server/database";
import { makeOrganization } from "../../support/factories";
import { moveClock, setClock } from "../../support/moved-clock";

const OTHER_CLOCK = String.raw`\m(current_date|current_timestamp|localtimestamp)\M|\m(now|clock_timestamp|transaction_timestamp)\(\)`;
/** Its moment is that of the chain, which nobody moves, not even a test. */
const CHAIN = "audit_append";

test("no view and no function of the database asks another clock", async () => {
  const views = await sql.rows<{ name: string }>(
    "SELECT viewname AS name FROM pg_views WHERE schemaname = 'public' AND definition ~* $1",
    [OTHER_CLOCK],
  );
  const functions = await sql.rows<{ name: string }>(
    "SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosrc ~* $1 AND proname <> $2",
    [OTHER_CLOCK, CHAIN],
  );
  expect([...views, ...functions]).toEqual([]);
});

test("today is the day where somebody is", async () => {
  const { id } = await makeOrganization();
  await setClock("2027-03-27T23:30:00Z");
  expect(await databaseToday("UTC")).toBe("2027-03-27");
  expect(await organizationToday(id)).toBe("2027-03-28");
  expect(await databaseToday("Pacific/Auckland")).toBe("2027-03-28");
  expect(await databaseToday("America/Los_Angeles")).toBe("2027-03-27");
  // The hour that Berlin leaves out in that night.
  await setClock("2027-03-28T21:59:00Z");
  expect(await organizationToday(id)).toBe("2027-03-28");
  await setClock("2027-03-28T22:00:00Z");
  expect(await organizationToday(id)).toBe("2027-03-29");
});

test("in production it is the server's time, and no setting of a session moves it", async () => {
  await moveClock({});
  await sql.rows(
    "SELECT set_config('steward.now', '2020-01-01', false), set_config('timezone', 'Pacific/Auckland', false)",
  );
  const [row] = await sql.rows<{ off: number }>(
    "SELECT abs(extract(epoch FROM steward_now() - clock_timestamp()))::float8 AS off",
  );
  expect(row?.off).toBeLessThan(5);
  expect(Math.abs((await databaseNow()).getTime() - Date.now())).toBeLessThan(60_000);
});
