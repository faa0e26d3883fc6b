import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text for a link or a token. Only the hash is stored. */
export function newSecret(prefix = ""): { secret: string; hash: string } {
  const secret = `${prefix}${randomBytes(32).toString("base64url")}`;
  return { secret, hash: hashSecret(secret) };
}

/** One pass is enough: nobody can guess 256 bits. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
