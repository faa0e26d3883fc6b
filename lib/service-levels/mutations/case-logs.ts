import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { enqueue } from "@/lib/server/job-queue";
import { refuseChanged } from "@/lib/server/stale";
import type { StoredFile } from "@/lib/server/storage";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import type { CreateCaseLog, UpdateCaseLog } from "../case-log-schema";

export async function createCaseLog(actor: MemberActor, input: CreateCaseLog): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const contract = await tx.contract.findFirst({
      where: { id: input.contractId, organizationId },
      select: { id: true, code: true },
    });
    if (!contract) return refuseMissing("contract");
    const { name, timeZone, mapping } = input;
    const made = await tx.caseLog.create({
      data: { organizationId, contractId: contract.id, name, timeZone, mapping },
      select: { id: true },
    });
    audit({
      action: "caseLog.create",
      subject: { type: "caseLog", id: made.id, label: `${contract.code} ${name}` },
      after: { name, timeZone, mapping },
    });
    return done(made);
  });
}

/** A new mapping holds for the next import; what was imported stays as it is. */
export async function updateCaseLog(
  actor: MemberActor,
  input: UpdateCaseLog,
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit) => {
    const { id, version, name, timeZone, mapping } = input;
    const where = { id, organizationId: actor.organizationId };
    const before = await tx.caseLog.findFirst({
      where,
      select: {
        name: true,
        timeZone: true,
        mapping: true,
        version: true,
        rows: true,
        contract: { select: { id: true, code: true } },
      },
    });
    if (!before) return refuseMissing("case log");
    if (before.rows > 0 && before.timeZone !== timeZone)
      return refuse(
        "This log has cases already, and their times were read in its zone. Start another log for another zone.",
      );
    const updated = await tx.caseLog.updateMany({
      where: { ...where, version },
      data: { name, timeZone, mapping, version: { increment: 1 } },
    });
    if (updated.count === 0)
      return refuseChanged(
        tx,
        { organizationId: actor.organizationId, type: "caseLog", id },
        { name: before.name, timeZone: before.timeZone, version: before.version },
      );
    audit({
      action: "caseLog.update",
      subject: { type: "caseLog", id, label: `${before.contract.code} ${name}` },
      before: { name: before.name, timeZone: before.timeZone, mapping: before.mapping },
      after: { name, timeZone, mapping },
    });
    return done({ contractId: before.contract.id });
  });
}

type NewImport = { caseLogId: string; fileName: string; skipsBadRows: boolean; file: StoredFile };
export type StartedImport = { jobId: string; importId: string };

/** Asks for the import of a stored file; a worker takes it up within a second. */
export async function startImport(actor: MemberActor | VendorActor, input: NewImport): Promise<Outcome<StartedImport>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const log = await tx.caseLog.findFirst({
      where: {
        id: input.caseLogId,
        organizationId,
        ...(actor.kind === "vendor" ? { contract: { vendorId: actor.vendorId } } : {}),
      },
      select: { id: true, name: true, contract: { select: { code: true } } },
    });
    if (!log) return refuseMissing("case log");
    const made = await tx.caseLogImport.create({
      data: {
        organizationId,
        caseLogId: log.id,
        fileName: input.fileName,
        sha256: input.file.sha256,
        fileId: input.file.id,
        size: input.file.size,
        skipsBadRows: input.skipsBadRows,
      },
      select: { id: true },
    });
    const jobId = await enqueue(tx, actor, "caseLogImport", {
      subject: { type: "caseLog", id: log.id },
      input: { importId: made.id },
    });
    await tx.caseLogImport.update({ where: { id: made.id }, data: { jobId }, select: { id: true } });
    audit({
      action: "caseLog.upload",
      subject: { type: "caseLog", id: log.id, label: `${log.contract.code} ${log.name}` },
      after: { importId: made.id, fileName: input.fileName, sha256: input.file.sha256, size: input.file.size },
    });
    return done({ jobId, importId: made.id });
  });
}
