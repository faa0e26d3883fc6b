import "server-only";
import { cache } from "react";
import type { OrganizationId } from "@/lib/access/actor";
import { recordId } from "@/lib/shared/inputs";
import { findTransition } from "./queries";

const read = cache((organizationId: OrganizationId, id: string) => findTransition(organizationId, id));

/** One read per request; null for what is not an id too. */
export async function readTransitionOf(member: { organizationId: OrganizationId }, id: string) {
  return recordId.safeParse(id).success ? read(member.organizationId, id) : null;
}
