import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { OrganizationId } from "@/lib/access/actor";
import { findVendor } from "./queries";

const read = cache((organizationId: OrganizationId, id: string) => findVendor(organizationId, id));

/** The vendor of an address: null for what is no id as for what is not ours. Read once per request. */
export function readVendorOf(member: { organizationId: OrganizationId }, id: string) {
  return z.uuid().safeParse(id).success ? read(member.organizationId, id) : null;
}
