import { z } from "zod";
import {
  choice,
  choices,
  countryCode,
  freeText,
  optional,
  optionalDate,
  optionalPercent,
  optionalWholeNumber,
  recordId,
  requiredText,
  versionNumber,
  wordList,
} from "@/lib/shared/inputs";
import { CERTIFICATE_KINDS, SERVICES, SHORES } from "./labels";
import { VENDOR_MOVES, VENDOR_STATUSES } from "./rules/status";

const LEI = /^[A-Z0-9]{18}\d{2}$/;
const webAddress = z.url({ protocol: /^https?$/, error: "Write an address such as https://example.com." }).max(500);

export const createVendorSchema = z
  .strictObject({
    legalName: requiredText(200),
    tradingName: freeText(200),
    country: countryCode,
    lei: optional(z.string().trim().regex(LEI, "A LEI has 20 capital letters and digits.")),
    registrationNumber: optional(z.string().trim().max(100, "At most 100 characters.")),
    website: optional(webAddress),
    employees: optionalWholeNumber(0, 10_000_000),
    services: choices(SERVICES),
    industries: wordList,
    description: freeText(5000),
    insurance: freeText(2000),
    dueDiligenceScore: optionalPercent,
    reviewDate: optionalDate,
  })
  .meta({ description: "A company that work can be handed to" });
export type VendorInput = z.output<typeof createVendorSchema>;

/** Only what is given changes. */
export const updateVendorSchema = createVendorSchema
  .partial()
  .extend({ services: createVendorSchema.shape.services.unwrap().optional() });
export type VendorChanges = z.output<typeof updateVendorSchema>;

export const saveVendorSchema = createVendorSchema.extend({ id: recordId, version: versionNumber });

export const vendorReasonSchema = z.strictObject({
  reason: optional(z.string().trim().max(1000, "At most 1000 characters.")),
});
export const moveVendorSchema = vendorReasonSchema.extend({
  id: recordId,
  version: versionNumber,
  move: choice(VENDOR_MOVES),
});

export const vendorParams = z.object({ id: z.uuid() });
export const vendorPartParams = z.object({ id: z.uuid(), partId: z.uuid() });

const text = z.string();
const location = z.object({ id: text, country: text, site: text, shore: z.enum(SHORES), version: z.int() });
const certificate = z.object({
  id: text,
  kind: z.enum(CERTIFICATE_KINDS),
  name: text,
  number: text,
  issuedOn: text.nullable(),
  expiresOn: text.nullable(),
  version: z.int(),
});
const contact = z.object({
  id: text,
  name: text,
  email: text,
  phone: text,
  position: text,
  hasAccount: z.boolean().meta({ description: "Whether this person can sign in to the portal" }),
  invitedAt: text.nullable(),
  version: z.int(),
});
const subcontractor = z.object({
  id: text,
  parentId: text.nullable(),
  name: text,
  country: text,
  service: text,
  version: z.int(),
});

export const vendorSchema = z
  .object({
    id: text,
    code: text,
    legalName: text,
    tradingName: text,
    country: text,
    status: z.enum(VENDOR_STATUSES),
    lei: text.nullable(),
    registrationNumber: text.nullable(),
    website: text.nullable(),
    employees: z.int().nullable(),
    services: z.array(z.enum(SERVICES)),
    industries: z.array(text),
    description: text,
    insurance: text,
    dueDiligenceScore: text.nullable(),
    reviewDate: text.nullable(),
    locations: z.array(location),
    certificates: z.array(certificate),
    contacts: z.array(contact),
    subcontractors: z.array(subcontractor),
    version: z.int(),
    createdAt: text,
    updatedAt: text,
  })
  .meta({ description: "A vendor with its locations, certificates, contacts and subcontractors" });
export type VendorView = z.output<typeof vendorSchema>;
export type ContactView = z.output<typeof contact>;
export type CertificateView = z.output<typeof certificate>;
export type LocationView = z.output<typeof location>;
export type SubcontractorView = z.output<typeof subcontractor>;
