import { Prisma } from "./database";

/** True when a unique constraint decided a race against us. The transaction is over then: only refuse. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
