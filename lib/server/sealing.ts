import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { environment } from "./environment";

/**
 * What is sealed is encrypted with AES-256-GCM under a key of its own, derived from STEWARD_SEALING_KEY for one bid and
 * one envelope. Bid, envelope and submission are bound in as well: a sealed text that is moved to another row, or put
 * in place of a later one, does not open.
 */
export type Seal = { bidId: string; envelope: "technical" | "price"; submission: number | "draft" };

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The content was changed, or was sealed with another key or for another place. */
export class BrokenSealError extends Error {}

function keyFor({ bidId, envelope }: Seal): Buffer {
  const info = `steward bid seal ${FORMAT} ${bidId} ${envelope}`;
  return Buffer.from(hkdfSync("sha256", environment().STEWARD_SEALING_KEY, "", info, 32));
}

function boundText({ bidId, envelope, submission }: Seal): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, bidId, envelope, submission]));
}

/** One byte for the format, then nonce, tag and ciphertext. */
export function sealText(text: string, seal: Seal): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(seal), nonce).setAAD(boundText(seal));
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), content]));
}

/** Called by the opening, and for the bidder's own eyes. Nothing else on the client's side may call it. */
export function unsealText(sealed: Uint8Array, seal: Seal): string {
  const bytes = Buffer.from(sealed);
  const start = 1 + NONCE_BYTES + TAG_BYTES;
  if (bytes[0] !== FORMAT || bytes.length < start) throw new BrokenSealError("This is not a sealed text.");
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(seal), nonce, { authTagLength: TAG_BYTES })
    .setAAD(boundText(seal))
    .setAuthTag(bytes.subarray(1 + NONCE_BYTES, start));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new BrokenSealError("The seal is broken.", { cause });
  }
}
