import "server-only";
import { sql } from "@/lib/server/database";
import type { Done, Refusal } from "@/lib/shared/outcome";
import { beginAttempt, type TooMany } from "./attempts";
import { type Device, openSession } from "./open-session";
import { verifyPassword } from "./password-hash";
import { listPlaces } from "./places";

export type SignInOutcome = Done<{ sessionId: string }> | Refusal | TooMany;

type Account = {
  id: string;
  name: string;
  email: string;
  hash: string | null;
  isDisabled: boolean;
  isFamiliar: boolean;
};

// An address is familiar when the account was signed in from it before.
const ACCOUNT = `
  SELECT p.id, p.name, p.email, p.password_hash AS hash, p.disabled_at IS NOT NULL AS "isDisabled",
    EXISTS (SELECT 1 FROM session s WHERE s.person_id = p.id AND s.ip_address = $2) AS "isFamiliar"
  FROM person p WHERE p.email = $1`;

/** One message for every reason: it must not tell which accounts there are. */
const WRONG: Refusal = {
  ok: false,
  reason: "forbidden",
  message: "The e-mail address or the password is not right.",
};

type Checked = { ok: true; person: Account } | Refusal | TooMany;

/** Checks a password within the limits, without signing in. */
export async function checkPassword(email: string, password: string, device: Device): Promise<Checked> {
  const person = (await sql.rows<Account>(ACCOUNT, [email, device.ipAddress]))[0];
  const attempt = await beginAttempt(email, device.ipAddress, person?.isFamiliar ?? false);
  if ("ok" in attempt) return attempt;
  const isRight = await verifyPassword(person?.hash ?? null, password);
  if (!person || !isRight || person.isDisabled) return WRONG;
  await attempt.succeed();
  return { ok: true, person };
}

export async function signInWithPassword(
  input: { email: string; password: string },
  device: Device,
): Promise<SignInOutcome> {
  const checked = await checkPassword(input.email, input.password, device);
  if (!checked.ok) return checked;
  const place = (await listPlaces(checked.person.id))[0];
  return place ? openSession(checked.person, place, device) : WRONG;
}
