import "server-only";
import { db } from "@/lib/server/database";
import { SAMPLE_PASSWORD, signIns } from "@/prisma/seed/sign-ins";
import { verifyPassword } from "./password-hash";

let isKnownPassword: boolean | undefined;

/**
 * The sign-ins of the sample organization, where it lives and nobody else does: as soon as there is an organization
 * of somebody's own, the sign-in page says nothing about it.
 */
export async function findSampleSignIns() {
  const organizations = await db.organization.findMany({ take: 2, select: { isSample: true } });
  if (organizations.length !== 1 || !organizations[0]?.isSample) return null;
  const first = signIns[0];
  const person =
    first && (await db.person.findUnique({ where: { email: first.email }, select: { passwordHash: true } }));
  if (!person) return null;
  isKnownPassword ??= await verifyPassword(person.passwordHash, SAMPLE_PASSWORD);
  return isKnownPassword ? { password: SAMPLE_PASSWORD, people: signIns } : null;
}
