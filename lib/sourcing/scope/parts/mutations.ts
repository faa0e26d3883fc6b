import "server-only";
import type { Actor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { decimalOf } from "@/lib/server/values";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { type DraftScope, isProcessOf, lockDraftScope, scopeSubject } from "../lock";
import type { DeliverableInput, ProposedLevelInput, ResponsibilityInput } from "../schema";

export type SavedScopePart = { id: string; scopeId: string; version: number };
type Kind = "deliverable" | "responsibility" | "proposedServiceLevel";
type Part = { scopeId: string; version: number; values: Record<string, string | number | boolean | null> };

function addPart(
  actor: Actor,
  scopeId: string,
  kind: Kind,
  after: object,
  create: (tx: Transaction, scope: DraftScope) => Promise<Outcome<{ id: string; version: number }>>,
): Promise<Outcome<SavedScopePart>> {
  return change(actor, async (tx, audit) => {
    const scope = await lockDraftScope(tx, actor.organizationId, scopeId);
    if (!scope.ok) return scope;
    const made = await create(tx, scope.value);
    if (!made.ok) return made;
    audit({ action: `scope.${kind}.add`, subject: scopeSubject(scope.value), after });
    return done({ ...made.value, scopeId });
  });
}

function changePart(
  actor: Actor,
  key: { id: string; version: number; kind: Kind },
  read: (tx: Transaction) => Promise<Part | null>,
  write: (tx: Transaction, scope: DraftScope) => Promise<Outcome<unknown>>,
  after?: object,
): Promise<Outcome<SavedScopePart>> {
  return change(actor, async (tx, audit) => {
    const first = await read(tx);
    if (!first) return refuseMissing("part of the scope");
    const scope = await lockDraftScope(tx, actor.organizationId, first.scopeId);
    if (!scope.ok) return scope;
    // Read again under the lock: only now is the version certain.
    const now = await read(tx);
    if (!now) return refuseMissing("part of the scope");
    if (now.version !== key.version) {
      const subject = { organizationId: actor.organizationId, type: "scope", id: first.scopeId };
      return refuseChanged(tx, subject, { ...now.values, version: now.version });
    }
    const written = await write(tx, scope.value);
    if (!written.ok) return written;
    audit({
      action: `scope.${key.kind}.${after ? "update" : "remove"}`,
      subject: scopeSubject(scope.value),
      before: now.values,
      after,
    });
    return done({ id: key.id, scopeId: first.scopeId, version: key.version + 1 });
  });
}

const bump = { version: { increment: 1 } } as const;
const saved = { id: true, version: true } as const;

async function nextPosition(tx: Transaction, scopeId: string, kind: Kind): Promise<number> {
  const last = { where: { scopeId }, _max: { position: true } } as const;
  const found =
    kind === "deliverable"
      ? await tx.deliverable.aggregate(last)
      : kind === "responsibility"
        ? await tx.responsibility.aggregate(last)
        : await tx.proposedServiceLevel.aggregate(last);
  return (found._max.position ?? 0) + 1;
}

function readDeliverable(actor: Actor, id: string) {
  return async (tx: Transaction): Promise<Part | null> => {
    const row = await tx.deliverable.findFirst({ where: { id, organizationId: actor.organizationId } });
    return (
      row && { scopeId: row.scopeId, version: row.version, values: { name: row.name, description: row.description } }
    );
  };
}

export function addDeliverable(actor: Actor, scopeId: string, input: DeliverableInput) {
  return addPart(actor, scopeId, "deliverable", input, async (tx) => {
    const position = await nextPosition(tx, scopeId, "deliverable");
    const data = { ...input, scopeId, organizationId: actor.organizationId, position };
    return done(await tx.deliverable.create({ data, select: saved }));
  });
}

export function updateDeliverable(actor: Actor, id: string, version: number, input: DeliverableInput) {
  const write = async (tx: Transaction) =>
    done(await tx.deliverable.update({ where: { id }, data: { ...input, ...bump } }));
  return changePart(actor, { id, version, kind: "deliverable" }, readDeliverable(actor, id), write, input);
}

export function removeDeliverable(actor: Actor, id: string, version: number) {
  const write = async (tx: Transaction) => done(await tx.deliverable.delete({ where: { id } }));
  return changePart(actor, { id, version, kind: "deliverable" }, readDeliverable(actor, id), write);
}

function readResponsibility(actor: Actor, id: string) {
  return async (tx: Transaction): Promise<Part | null> => {
    const row = await tx.responsibility.findFirst({ where: { id, organizationId: actor.organizationId } });
    if (!row) return null;
    const { activity, client, vendor } = row;
    return { scopeId: row.scopeId, version: row.version, values: { activity, client, vendor } };
  };
}

export function addResponsibility(actor: Actor, scopeId: string, input: ResponsibilityInput) {
  return addPart(actor, scopeId, "responsibility", input, async (tx) => {
    const position = await nextPosition(tx, scopeId, "responsibility");
    const data = { ...input, scopeId, organizationId: actor.organizationId, position };
    return done(await tx.responsibility.create({ data, select: saved }));
  });
}

export function updateResponsibility(actor: Actor, id: string, version: number, input: ResponsibilityInput) {
  const write = async (tx: Transaction) =>
    done(await tx.responsibility.update({ where: { id }, data: { ...input, ...bump } }));
  return changePart(actor, { id, version, kind: "responsibility" }, readResponsibility(actor, id), write, input);
}

export function removeResponsibility(actor: Actor, id: string, version: number) {
  const write = async (tx: Transaction) => done(await tx.responsibility.delete({ where: { id } }));
  return changePart(actor, { id, version, kind: "responsibility" }, readResponsibility(actor, id), write);
}

const NO_PROCESS = refuseFields({ processId: "Choose a process of this engagement." });

function readProposedLevel(actor: Actor, id: string) {
  return async (tx: Transaction): Promise<Part | null> => {
    const row = await tx.proposedServiceLevel.findFirst({ where: { id, organizationId: actor.organizationId } });
    if (!row) return null;
    const { name, unit, direction, isBaselineUnknown, isCritical, measurement, processId } = row;
    const levels = {
      expected: decimalOf(row.expected),
      minimum: decimalOf(row.minimum),
      baseline: decimalOf(row.baseline),
    };
    return {
      scopeId: row.scopeId,
      version: row.version,
      values: { name, unit, direction, isBaselineUnknown, isCritical, measurement, processId, ...levels },
    };
  };
}

export function addProposedLevel(actor: Actor, scopeId: string, input: ProposedLevelInput) {
  return addPart(actor, scopeId, "proposedServiceLevel", input, async (tx, scope) => {
    if (!(await isProcessOf(tx, scope.engagementId, input.processId))) return NO_PROCESS;
    const position = await nextPosition(tx, scopeId, "proposedServiceLevel");
    const data = { ...input, scopeId, organizationId: actor.organizationId, position };
    return done(await tx.proposedServiceLevel.create({ data, select: saved }));
  });
}

export function updateProposedLevel(actor: Actor, id: string, version: number, input: ProposedLevelInput) {
  const write = async (tx: Transaction, scope: DraftScope) => {
    if (!(await isProcessOf(tx, scope.engagementId, input.processId))) return NO_PROCESS;
    return done(await tx.proposedServiceLevel.update({ where: { id }, data: { ...input, ...bump } }));
  };
  return changePart(actor, { id, version, kind: "proposedServiceLevel" }, readProposedLevel(actor, id), write, input);
}

export function removeProposedLevel(actor: Actor, id: string, version: number) {
  const write = async (tx: Transaction) => done(await tx.proposedServiceLevel.delete({ where: { id } }));
  return changePart(actor, { id, version, kind: "proposedServiceLevel" }, readProposedLevel(actor, id), write);
}
