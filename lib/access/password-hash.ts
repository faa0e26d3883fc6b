import "server-only";
import { hash, verify } from "@node-rs/argon2";

// OWASP's recommendation for argon2id (the library's default kind): 19 MiB, two passes, one lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let nobody: Promise<string> | undefined;

/** Takes as long for an unknown account as for a known one, so that time tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("the password of nobody");
  const matches = await verify(stored ?? (await nobody), password);
  return stored !== null && matches;
}
