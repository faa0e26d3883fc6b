import { z } from "zod";
import { emailText, freeText, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";

export const contactSchema = z
  .strictObject({
    name: requiredText(200),
    email: emailText,
    phone: freeText(50),
    position: freeText(200),
  })
  .meta({ description: "A person of a vendor: never a member, sees the portal only" });
export type ContactInput = z.output<typeof contactSchema>;

export const addContactSchema = contactSchema.extend({ vendorId: recordId });
export const saveContactSchema = contactSchema.extend({ id: recordId, version: versionNumber });
export const contactKeySchema = z.strictObject({ id: recordId, version: versionNumber });
