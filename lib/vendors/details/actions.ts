"use server";
import { memberAction } from "@/lib/server/action";
import { done, type Outcome } from "@/lib/shared/outcome";
import {
  addCertificate as addCertificateTo,
  addLocation as addLocationTo,
  addSubcontractor as addSubcontractorTo,
  removeCertificate as removeCertificateOf,
  removeLocation as removeLocationOf,
  removeSubcontractor as removeSubcontractorOf,
  type SavedPart,
  updateCertificate,
  updateLocation,
  updateSubcontractor,
} from "./mutations";
import {
  addCertificateSchema,
  addLocationSchema,
  addSubcontractorSchema,
  detailKeySchema,
  saveCertificateSchema,
  saveLocationSchema,
  saveSubcontractorSchema,
} from "./schema";

function answer(message: string, outcome: Outcome<SavedPart>) {
  return outcome.ok ? done({ message, revalidate: `/vendors/${outcome.value.vendorId}` }) : outcome;
}

export const addLocation = memberAction("vendor:write", addLocationSchema, async ({ vendorId, ...input }, member) =>
  answer("Location added", await addLocationTo(member, vendorId, input)),
);
export const saveLocation = memberAction(
  "vendor:write",
  saveLocationSchema,
  async ({ id, version, ...input }, member) =>
    answer("Location saved", await updateLocation(member, id, version, input)),
);
export const removeLocation = memberAction("vendor:write", detailKeySchema, async ({ id, version }, member) =>
  answer("Location removed", await removeLocationOf(member, id, version)),
);

export const addCertificate = memberAction(
  "vendor:write",
  addCertificateSchema,
  async ({ vendorId, ...input }, member) =>
    answer("Certificate added", await addCertificateTo(member, vendorId, input)),
);
export const saveCertificate = memberAction(
  "vendor:write",
  saveCertificateSchema,
  async ({ id, version, ...input }, member) =>
    answer("Certificate saved", await updateCertificate(member, id, version, input)),
);
export const removeCertificate = memberAction("vendor:write", detailKeySchema, async ({ id, version }, member) =>
  answer("Certificate removed", await removeCertificateOf(member, id, version)),
);

export const addSubcontractor = memberAction(
  "vendor:write",
  addSubcontractorSchema,
  async ({ vendorId, ...input }, member) =>
    answer("Subcontractor added", await addSubcontractorTo(member, vendorId, input)),
);
export const saveSubcontractor = memberAction(
  "vendor:write",
  saveSubcontractorSchema,
  async ({ id, version, ...input }, member) =>
    answer("Subcontractor saved", await updateSubcontractor(member, id, version, input)),
);
export const removeSubcontractor = memberAction("vendor:write", detailKeySchema, async ({ id, version }, member) =>
  answer("Subcontractor removed", await removeSubcontractorOf(member, id, version)),
);
