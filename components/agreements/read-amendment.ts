import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { findAmendment } from "@/lib/agreements/queries/amendments";
import { recordId } from "@/lib/shared/inputs";

/** The amendment that an address names; null for what is not an id too. */
export async function readAmendmentOf(reader: { organizationId: OrganizationId }, contractId: string, id: string) {
  return recordId.safeParse(id).success ? findAmendment(reader.organizationId, contractId, id) : null;
}
