import { z } from "zod";
import {
  choice,
  countryCode,
  freeText,
  optionalDate,
  optionalRecordId,
  recordId,
  requiredText,
  versionNumber,
} from "@/lib/shared/inputs";
import { CERTIFICATE_KINDS, SHORES } from "../labels";

const inVendor = { vendorId: recordId };
const existing = { id: recordId, version: versionNumber };

export const locationSchema = z
  .strictObject({ country: countryCode, site: requiredText(200), shore: choice(SHORES) })
  .meta({ description: "A place that a vendor delivers from, seen from the client" });
export type LocationInput = z.output<typeof locationSchema>;
export const addLocationSchema = locationSchema.extend(inVendor);
export const saveLocationSchema = locationSchema.extend(existing);

export const certificateFields = z.strictObject({
  kind: choice(CERTIFICATE_KINDS),
  name: freeText(200),
  number: freeText(100),
  issuedOn: optionalDate,
  expiresOn: optionalDate,
});
type Certificate = { kind: string; name: string; issuedOn: string | null; expiresOn: string | null };

function checkCertificate(input: Certificate, context: z.RefinementCtx) {
  if (input.issuedOn && input.expiresOn && input.expiresOn < input.issuedOn)
    context.addIssue({ code: "custom", path: ["expiresOn"], message: "This is before the day of issue." });
  if (input.kind === "other" && !input.name)
    context.addIssue({ code: "custom", path: ["name"], message: "Name the certificate." });
}

export const certificateSchema = certificateFields
  .superRefine(checkCertificate)
  .meta({ description: "A certificate of a vendor and the day it ends" });
export type CertificateInput = z.output<typeof certificateSchema>;
export const addCertificateSchema = certificateFields.extend(inVendor).superRefine(checkCertificate);
export const saveCertificateSchema = certificateFields.extend(existing).superRefine(checkCertificate);

export const subcontractorSchema = z
  .strictObject({
    name: requiredText(200),
    country: countryCode,
    service: freeText(200),
    parentId: optionalRecordId,
  })
  .meta({ description: "A company that a vendor passes work on to; a tree" });
export type SubcontractorInput = z.output<typeof subcontractorSchema>;
export const addSubcontractorSchema = subcontractorSchema.extend(inVendor);
export const saveSubcontractorSchema = subcontractorSchema.extend(existing);

export const detailKeySchema = z.strictObject(existing);
