import { expect, test } from "vitest";
import { cleanUp } from "@/lib/server/clean-up";
import { db, sql } from "@/lib/server/database";
import { makeMember, makeOrganization } from "../../support/factories";

test("removes what nobody can use any more, and nothing else", async () => {
  const { personId } = await makeMember(await makeOrganization(), ["finance"]);
  const day = 24 * 60 * 60 * 1000;
  const daysAgo = (days: number) => new Date(Date.now() - days * day);
  await db.session.createMany({ data: [91, 89, -1].map((days) => ({ personId, expiresAt: daysAgo(days) })) });
  await db.passwordReset.createMany({
    data: [31, 29].map((days) => ({ personId, tokenHash: `hash ${days}`, expiresAt: daysAgo(days) })),
  });
  await db.idempotencyKey.createMany({
    data: [8, 6].map((days) => ({ actorId: personId, key: `${days}`, requestHash: "", createdAt: daysAgo(days) })),
  });
  await sql.rows("INSERT INTO rate_limit VALUES ('old', 1, 1000), ('new', 1, $1), ('for ever', 1, null)", [
    Date.now() + day,
  ]);
  await cleanUp();
  expect(await db.session.count()).toBe(2);
  expect(await db.passwordReset.count()).toBe(1);
  expect(await db.idempotencyKey.count()).toBe(1);
  expect(await sql.rows("SELECT key FROM rate_limit ORDER BY key")).toEqual([{ key: "for ever" }, { key: "new" }]);
});
