import "server-only";
import { createHash } from "node:crypto";
import { db, Prisma } from "../database";
import { problem } from "./problem";

type Stored = { status: number; body: unknown };

export function hashBody(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method}\n${path}\n${body}`).digest("hex");
}

/** Claims the key; answers what was answered before, or null when this is the first time. */
export async function claimKey(actorId: string, key: string, requestHash: string): Promise<Response | null> {
  const claimed = await db.idempotencyKey.createMany({ data: [{ actorId, key, requestHash }], skipDuplicates: true });
  if (claimed.count === 1) return null;
  const known = await db.idempotencyKey.findUnique({ where: { actorId_key: { actorId, key } } });
  if (known && known.requestHash !== requestHash) {
    return problem({
      status: 409,
      code: "idempotencyKeyReused",
      detail: "This Idempotency-Key was used with another request.",
    });
  }
  if (!known || known.status === null) {
    return problem({
      status: 409,
      code: "inProgress",
      detail: "The first request with this key is still being answered. Try again in a moment.",
    });
  }
  const stored = known.response as unknown as Stored["body"];
  return new Response(stored === null ? null : JSON.stringify(stored), {
    status: known.status,
    headers: {
      "Content-Type": known.status >= 400 ? "application/problem+json" : "application/json",
      "Idempotent-Replay": "true",
    },
  });
}

export async function storeAnswer(actorId: string, key: string, answer: Stored): Promise<void> {
  const response = answer.body === null ? Prisma.JsonNull : (answer.body as Prisma.InputJsonValue);
  await db.idempotencyKey.update({
    where: { actorId_key: { actorId, key } },
    data: { status: answer.status, response },
  });
}

/** After a fault the key is free again: the retry is a first time. */
export async function releaseKey(actorId: string, key: string): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { actorId, key, status: null } });
}
