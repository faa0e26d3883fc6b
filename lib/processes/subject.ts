import "server-only";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { type Outcome, type Refusal, refuseFields } from "@/lib/shared/outcome";
import type { ProcessView } from "./schema";

export function processSubject(process: { id: string; code: string; name: string }) {
  return { type: "process", id: process.id, label: `${process.code} ${process.name}` };
}

/** What stands in the process now, by the names of the form's fields. */
export function refuseProcessChanged(tx: Transaction, organizationId: string, now: ProcessView): Promise<Refusal> {
  const { parent, owner, skills, systems, regulations, baseline, dataCategories: _, ...plain } = now;
  const figures = baseline.flatMap((figure, index) =>
    Object.entries(figure).map(([key, value]) => [`baseline.${index}.${key}`, value] as const),
  );
  return refuseChanged(
    tx,
    { organizationId, type: "process", id: now.id },
    {
      ...plain,
      parentCode: parent?.code ?? null,
      ownerId: owner?.id ?? null,
      skills: skills.join(", "),
      systems: systems.join(", "),
      regulations: regulations.join(", "),
      ...Object.fromEntries(figures),
      version: now.version,
    },
  );
}

/** Two people took the same code at the same time, or it was taken before: the unique index says so. */
export async function refuseTakenCode<T>(
  work: Promise<Outcome<T>>,
  code: string | null | undefined,
): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuseFields({ code: `Another process has the code ${code ?? "that was given"}.` });
  }
}

export async function isActiveMember(tx: Transaction, organizationId: string, id: string): Promise<boolean> {
  return (await tx.member.count({ where: { id, organizationId, state: "active" } })) === 1;
}
