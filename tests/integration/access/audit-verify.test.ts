import { beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/access/actor";
import { findAuditEvent } from "@/lib/server/audit/list";
import { verifyChain } from "@/lib/server/audit/verify";
import { change } from "@/lib/server/change";
import { sql } from "@/lib/server/database";
import { done } from "@/lib/shared/outcome";
import { makeMember, makeOrganization } from "../../support/factories";

const EVENTS = 12; // more than nine: as text "10" comes before "2"

async function makeChain() {
  const organization = await makeOrganization();
  for (let number = 1; number <= EVENTS; number++) {
    await change(systemActor(organization.id, "Größe ☂"), async (_, audit) => {
      const subject = { type: "thing", id: null, label: `thing ${number}` };
      audit({ action: "thing.update", subject, before: { number: number - 1 }, after: { number, text: 'ä\n"' } });
      return done();
    });
  }
  return organization.id;
}

/** Somebody with the database's password and no scruples. */
async function behindTheApp(...statements: [text: string, values: unknown[]][]): Promise<void> {
  const client = await sql.client();
  try {
    await client.query("BEGIN");
    await client.query("ALTER TABLE audit_event DISABLE TRIGGER ALL");
    for (const [text, values] of statements) await client.query(text, values);
    await client.query("ALTER TABLE audit_event ENABLE TRIGGER ALL");
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

describe("the chain", () => {
  let organization = "";
  beforeEach(async () => {
    organization = await makeChain();
  });

  test("of an untouched log is whole; of no log at all too", async () => {
    expect(await verifyChain(organization)).toMatchObject({ ok: true, events: String(EVENTS) });
    expect(await verifyChain((await makeOrganization()).id)).toEqual({ ok: true, events: "0", head: "" });
  });

  test("cannot be changed through the app's own connection", async () => {
    const change = sql.rows("UPDATE audit_event SET actor_name = 'Somebody' WHERE organization_id = $1", [
      organization,
    ]);
    await expect(change).rejects.toThrow();
  });

  test.each([
    ["the actor", "actor_name = 'Somebody else'"],
    ["what it was after", `after = '{"number":99}'`],
    ["the time by a microsecond", "at = at + interval '1 microsecond'"],
    ["the address that was not there", "ip_address = '192.0.2.1'"],
    ["its own hash", "hash = repeat('0', 64)"],
  ])("names the event where %s was edited", async (_, columns) => {
    await behindTheApp([
      `UPDATE audit_event SET ${columns} WHERE organization_id = $1 AND sequence = 11`,
      [organization],
    ]);
    expect(await verifyChain(organization)).toMatchObject({ ok: false, sequence: "11" });
  });

  test("names a deleted event, also the first and the last", async () => {
    for (const sequence of [EVENTS, 7, 1]) {
      await behindTheApp([
        "DELETE FROM audit_event WHERE organization_id = $1 AND sequence = $2",
        [organization, sequence],
      ]);
      expect(await verifyChain(organization)).toMatchObject({ ok: false, sequence: String(sequence) });
    }
  });

  test("names an inserted event, at the end and before the beginning", async () => {
    const copy = `INSERT INTO audit_event SELECT organization_id, $2, at, actor_kind, actor_id, actor_name, action,
      subject_type, subject_id, subject_label, before, after, request_id, ip_address, previous_hash, hash
      FROM audit_event WHERE organization_id = $1 AND sequence = 3`;
    await behindTheApp([copy, [organization, EVENTS + 1]]);
    expect(await verifyChain(organization)).toMatchObject({ ok: false, sequence: String(EVENTS + 1) });
    await behindTheApp([copy, [organization, 0]]);
    expect(await verifyChain(organization)).toMatchObject({ ok: false, sequence: "0" });
  });

  test("names the first of two that changed places", async () => {
    const move = "UPDATE audit_event SET sequence = $2 WHERE organization_id = $1 AND sequence = $3";
    await behindTheApp([move, [organization, 99, 4]], [move, [organization, 4, 5]], [move, [organization, 5, 99]]);
    expect(await verifyChain(organization)).toMatchObject({ ok: false, sequence: "4" });
  });

  test("knows the end, even when the tail was cut and the head was not", async () => {
    await behindTheApp(["DELETE FROM audit_event WHERE organization_id = $1 AND sequence > 9", [organization]]);
    expect(await verifyChain(organization)).toMatchObject({ ok: false, sequence: "10" });
  });

  test("of one organization does not depend on that of another", async () => {
    const other = await makeChain();
    await behindTheApp(["UPDATE audit_event SET action = 'x' WHERE organization_id = $1 AND sequence = 1", [other]]);
    expect(await verifyChain(organization)).toMatchObject({ ok: true });
    expect(await verifyChain(other)).toMatchObject({ ok: false, sequence: "1" });
  });

  test("an event of another organization cannot be read", async () => {
    const stranger = await makeMember(await makeOrganization(), ["auditor"]);
    expect(await findAuditEvent(stranger.organizationId, "1")).toBeNull();
    expect(await findAuditEvent(stranger.organizationId, "1 OR true")).toBeNull();
  });
});
