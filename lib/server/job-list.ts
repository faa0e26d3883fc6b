import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { change } from "./change";
import { databaseNow } from "./clock";
import { db } from "./database";
import { defineList } from "./lists/definition";

export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;

export const jobList = defineList({
  name: "jobs",
  right: "job:read",
  from: `job j LEFT JOIN member m ON m.id = j.created_by_id LEFT JOIN person p ON p.id = m.person_id
    LEFT JOIN vendor_contact c ON c.id = j.created_by_contact_id`,
  organization: "j.organization_id",
  id: "j.id",
  columns: {
    kind: { label: "Kind", sql: "j.kind", kind: "text" },
    state: { label: "State", sql: "j.state", kind: "text" },
    message: { label: "Message", sql: "j.message", kind: "text" },
    progress: { label: "Progress", sql: "j.progress", kind: "text" },
    createdBy: { label: "Asked by", sql: "coalesce(p.name, c.name, 'Steward')", kind: "text" },
    attempts: { label: "Runs", sql: "j.attempts", kind: "count" },
    createdAt: { label: "Asked", sql: "j.created_at", kind: "instant", sortable: true },
    finishedAt: { label: "Finished", sql: "j.finished_at", kind: "instant" },
  },
  filters: {
    state: {
      label: "State",
      where: "j.state = ?::job_state",
      values: JOB_STATES.map((state) => ({ value: state, label: state })),
    },
  },
  defaultSort: "-createdAt",
});

export function findJob(actor: MemberActor, id: string) {
  return db.job.findFirst({
    where: { id, organizationId: actor.organizationId },
    include: {
      createdBy: { select: { person: { select: { name: true } } } },
      createdByContact: { select: { name: true } },
    },
  });
}

/** For a program: members see the organization's jobs, contacts those of their own company. */
export function findJobForApi(actor: MemberActor | VendorActor, id: string) {
  const own = actor.kind === "vendor" ? { createdByContact: { vendorId: actor.vendorId } } : {};
  return db.job.findFirst({
    where: { id, organizationId: actor.organizationId, ...own },
    select: {
      id: true,
      kind: true,
      state: true,
      message: true,
      progress: true,
      errors: true,
      attempts: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
    },
  });
}

/** Only before it runs: a handler that writes is not cut short from outside. */
export function cancelJob(actor: MemberActor, id: string): Promise<Outcome<undefined>> {
  return change(actor, async (tx, audit) => {
    const scope = { id, organizationId: actor.organizationId };
    const job = await tx.job.findFirst({ where: scope, select: { kind: true } });
    if (!job) return refuseMissing("job");
    const changed = await tx.job.updateMany({
      where: { ...scope, state: "queued" },
      data: { state: "cancelled", finishedAt: await databaseNow(tx) },
    });
    if (changed.count === 0) return refuse("This job is running or over: it cannot be cancelled any more.");
    audit({ action: "job.cancel", subject: { type: "job", id, label: job.kind } });
    return done();
  });
}
