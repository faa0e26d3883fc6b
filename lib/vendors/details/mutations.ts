import "server-only";
import type { Actor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, type Refusal, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { CERTIFICATE_LABEL } from "../labels";
import { readVendorLabel, vendorSubject } from "../mutations";
import { canHangBelow } from "../rules/subcontractors";
import type { CertificateInput, LocationInput, SubcontractorInput } from "./schema";

type Kind = "location" | "certificate" | "subcontractor";
export type SavedPart = { id: string; vendorId: string; version: number };
type Scope = { tx: Transaction; audit: Audit; vendor: { id: string; code: string; legalName: string } };

/** Adds a part to a vendor of this organization; the event belongs to the vendor. */
function addPart(
  actor: Actor,
  vendorId: string,
  kind: Kind,
  after: object,
  create: (scope: Scope) => Promise<Outcome<{ id: string; version: number }>>,
): Promise<Outcome<SavedPart>> {
  return change(actor, async (tx, audit) => {
    const vendor = await readVendorLabel(tx, actor.organizationId, vendorId);
    if (!vendor) return refuseMissing("vendor");
    const made = await create({ tx, audit, vendor });
    if (!made.ok) return made;
    audit({ action: `vendor.${kind}.add`, subject: vendorSubject(vendor), after });
    return done({ ...made.value, vendorId });
  });
}

type Row = { id: string; vendorId: string; version: number };

/** Changes or removes a part that the caller has read, when its version is still the one it was read in. */
function changePart<T extends Row>(
  actor: Actor,
  kind: Kind,
  verb: "update" | "remove",
  read: (tx: Transaction) => Promise<T | null>,
  write: (tx: Transaction, row: T) => Promise<{ count: number } | Refusal>,
  values: (row: T) => Record<string, string | null>,
  after?: object,
): Promise<Outcome<SavedPart>> {
  return change(actor, async (tx, audit) => {
    const row = await read(tx);
    const vendor = row && (await readVendorLabel(tx, actor.organizationId, row.vendorId));
    if (!row || !vendor) return refuseMissing(kind);
    const written = await write(tx, row);
    if ("ok" in written) return written;
    if (written.count === 0) {
      const subject = { organizationId: actor.organizationId, type: "vendor", id: vendor.id };
      return refuseChanged(tx, subject, { ...values(row), version: row.version });
    }
    audit({ action: `vendor.${kind}.${verb}`, subject: vendorSubject(vendor), before: values(row), after });
    return done({ id: row.id, vendorId: row.vendorId, version: row.version + 1 });
  });
}

const key = (actor: Actor, id: string) => ({ id, organizationId: actor.organizationId });
const bump = { version: { increment: 1 } } as const;

export function addLocation(actor: Actor, vendorId: string, input: LocationInput) {
  return addPart(actor, vendorId, "location", input, async ({ tx }) =>
    done(
      await tx.vendorLocation.create({
        data: { ...input, vendorId, organizationId: actor.organizationId },
        select: { id: true, version: true },
      }),
    ),
  );
}

export function updateLocation(actor: Actor, id: string, version: number, input: LocationInput) {
  return changePart(
    actor,
    "location",
    "update",
    (tx) => tx.vendorLocation.findFirst({ where: key(actor, id) }),
    (tx) => tx.vendorLocation.updateMany({ where: { ...key(actor, id), version }, data: { ...input, ...bump } }),
    ({ country, site, shore }) => ({ country, site, shore }),
    input,
  );
}

export function removeLocation(actor: Actor, id: string, version: number) {
  return changePart(
    actor,
    "location",
    "remove",
    (tx) => tx.vendorLocation.findFirst({ where: key(actor, id) }),
    (tx) => tx.vendorLocation.deleteMany({ where: { ...key(actor, id), version } }),
    ({ country, site, shore }) => ({ country, site, shore }),
  );
}

function certificateRow({ issuedOn, expiresOn, ...rest }: CertificateInput) {
  return { ...rest, issuedOn: toDay(issuedOn), expiresOn: toDay(expiresOn) };
}

type CertificateRow = Row & {
  kind: keyof typeof CERTIFICATE_LABEL;
  name: string;
  number: string;
  issuedOn: Date | null;
  expiresOn: Date | null;
};
const certificateValues = ({ kind, name, number, issuedOn, expiresOn }: CertificateRow) => ({
  kind,
  name,
  number,
  issuedOn: dayOf(issuedOn),
  expiresOn: dayOf(expiresOn),
});

export function addCertificate(actor: Actor, vendorId: string, input: CertificateInput) {
  return addPart(actor, vendorId, "certificate", input, async ({ tx }) =>
    done(
      await tx.vendorCertificate.create({
        data: { ...certificateRow(input), vendorId, organizationId: actor.organizationId },
        select: { id: true, version: true },
      }),
    ),
  );
}

export function updateCertificate(actor: Actor, id: string, version: number, input: CertificateInput) {
  return changePart(
    actor,
    "certificate",
    "update",
    (tx) => tx.vendorCertificate.findFirst({ where: key(actor, id) }),
    (tx) =>
      tx.vendorCertificate.updateMany({
        where: { ...key(actor, id), version },
        data: { ...certificateRow(input), ...bump },
      }),
    certificateValues,
    input,
  );
}

export function removeCertificate(actor: Actor, id: string, version: number) {
  return changePart(
    actor,
    "certificate",
    "remove",
    (tx) => tx.vendorCertificate.findFirst({ where: key(actor, id) }),
    (tx) => tx.vendorCertificate.deleteMany({ where: { ...key(actor, id), version } }),
    certificateValues,
  );
}

const NO_PLACE = "Choose a subcontractor of this vendor that is not below this one.";

/** The tree is read with its vendor's row locked, so that two moves at once cannot make a circle. */
async function checkPlace(tx: Transaction, vendorId: string, id: string, parentId: string | null) {
  if (parentId === null) return null;
  await tx.$queryRaw`SELECT id FROM vendor WHERE id = ${vendorId}::uuid FOR UPDATE`;
  const nodes = await tx.subcontractor.findMany({ where: { vendorId }, select: { id: true, parentId: true } });
  const isThere = nodes.some((node) => node.id === parentId);
  return isThere && canHangBelow(nodes, id, parentId) ? null : refuseFields({ parentId: NO_PLACE });
}

export function addSubcontractor(actor: Actor, vendorId: string, input: SubcontractorInput) {
  return addPart(actor, vendorId, "subcontractor", input, async ({ tx }) => {
    const refused = await checkPlace(tx, vendorId, "", input.parentId);
    if (refused) return refused;
    const data = { ...input, vendorId, organizationId: actor.organizationId };
    return done(await tx.subcontractor.create({ data, select: { id: true, version: true } }));
  });
}

export function updateSubcontractor(actor: Actor, id: string, version: number, input: SubcontractorInput) {
  return changePart(
    actor,
    "subcontractor",
    "update",
    (tx) => tx.subcontractor.findFirst({ where: key(actor, id) }),
    async (tx, row) =>
      (await checkPlace(tx, row.vendorId, id, input.parentId)) ??
      tx.subcontractor.updateMany({ where: { ...key(actor, id), version }, data: { ...input, ...bump } }),
    ({ name, country, service, parentId }) => ({ name, country, service, parentId }),
    input,
  );
}

/** Goes with everything below it. */
export function removeSubcontractor(actor: Actor, id: string, version: number) {
  return changePart(
    actor,
    "subcontractor",
    "remove",
    (tx) => tx.subcontractor.findFirst({ where: key(actor, id) }),
    (tx) => tx.subcontractor.deleteMany({ where: { ...key(actor, id), version } }),
    ({ name, country, service, parentId }) => ({ name, country, service, parentId }),
  );
}
