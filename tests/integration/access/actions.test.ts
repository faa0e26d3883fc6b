import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { hasRight, type Role, rightsTable, roles, vendorRights } from "@/lib/access/rights";
import { sealSession, sessionCookieName } from "@/lib/access/session-cookie";
import { db, disconnect } from "@/lib/server/database";
import type { ActionState } from "@/lib/shared/action-state";
import { makeMember, makeOrganization, makeVendorContact } from "@/tests/support/factories";

// The framework's request, which a test has none of: headers and cookies that we set.
const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
    set: () => undefined,
    delete: () => undefined,
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined }));
vi.mock("react", async (original) => ({ ...(await original<object>()), cache: <T>(work: T) => work }));

const root = join(import.meta.dirname, "../../..");

/** Open by their nature, each with its own checks: signing in and out, links by mail, places, the look. */
const OPEN = [
  "lib/access/sign-in-actions.ts",
  "lib/access/actions.ts",
  "lib/access/theme-action.ts",
  "lib/notifications/actions.ts",
];

const files = readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => join("lib", path))
  .filter((path) => /^["']use server["']/.test(readFileSync(join(root, path), "utf8")));

type Action = ((previous: ActionState, form: FormData) => Promise<ActionState>) & { right?: string };
const actions: { name: string; action: Action }[] = [];
for (const path of files.filter((each) => !OPEN.includes(each))) {
  const module: Record<string, unknown> = await import(join(root, path));
  for (const [name, action] of Object.entries(module)) {
    if (typeof action === "function") actions.push({ name: `${path} ${name}`, action: action as Action });
  }
}

const sessions = new Map<Role | "vendor", string>();
async function openSession(actor: MemberActor | VendorActor): Promise<string> {
  const owner = actor.kind === "member" ? { memberId: actor.memberId } : { vendorContactId: actor.contactId };
  const session = await db.session.create({
    data: { personId: actor.personId, ...owner, expiresAt: new Date(Date.now() + 3_600_000) },
    select: { id: true },
  });
  return sealSession(session.id);
}

beforeAll(async () => {
  const organization = await makeOrganization();
  for (const role of roles) sessions.set(role, await openSession(await makeMember(organization, [role])));
  sessions.set("vendor", await openSession(await makeVendorContact(organization)));
});
afterAll(disconnect);

async function callAs(
  action: Action,
  who: Role | "vendor" | null,
  origin = "http://steward.test",
): Promise<ActionState> {
  request.headers = new Headers({ host: "steward.test", origin });
  request.cookies.clear();
  const session = who && sessions.get(who);
  if (session) request.cookies.set(sessionCookieName(), session);
  return action({ status: "idle" }, new FormData());
}

const messageOf = (state: ActionState) => (state.status === "refused" ? state.message : state.status);
const FORBIDDEN = "Your roles do not allow this.";
const SIGNED_OUT = /^You are signed out/;

test("actions are found, and every one tells its right", () => {
  expect(actions.length).toBeGreaterThan(60);
  const known = [...Object.keys(rightsTable), ...vendorRights];
  for (const { name, action } of actions) expect(known, name).toContain(action.right);
});

describe.each(actions.map(({ name, action }) => [name, action] as const))("%s", (_, action) => {
  const right = action.right as keyof typeof rightsTable;
  const isForMembers = right in rightsTable;

  test("refuses a request from elsewhere, and one that does not say where it comes from", async () => {
    expect(messageOf(await callAs(action, "administrator", "https://elsewhere.test"))).toMatch(
      /did not come from Steward/,
    );
    expect(messageOf(await callAs(action, "administrator", ""))).toMatch(/did not come from Steward/);
  });

  test("asks nobody to sign in first", async () => {
    expect(messageOf(await callAs(action, null))).toMatch(SIGNED_OUT);
  });

  test("answers each role as the table of rights says", async () => {
    const asVendor = await callAs(action, "vendor");
    for (const role of roles) {
      const message = messageOf(await callAs(action, role));
      // An action for vendors is none of a member's, whatever the role.
      if (SIGNED_OUT.test(message)) expect(SIGNED_OUT.test(messageOf(asVendor)), role).toBe(false);
      else if (hasRight([role], right)) expect(message, role).not.toBe(FORBIDDEN);
      else expect(message, role).toBe(FORBIDDEN);
    }
    if (isForMembers && !(vendorRights as readonly string[]).includes(right)) {
      expect(messageOf(asVendor)).toMatch(SIGNED_OUT);
    }
  });
});
