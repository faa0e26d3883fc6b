import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { OrganizationId } from "@/lib/access/actor";
import { findRfp, listPublishChecks } from "./queries";
import type { RfpView } from "./schema";

const read = cache((organizationId: OrganizationId, id: string) => findRfp(organizationId, id));

/** The RFP of an address: null for what is no id as for what is not ours. Read once per request. */
export function readRfpOf(member: { organizationId: OrganizationId }, id: string) {
  return z.uuid().safeParse(id).success ? read(member.organizationId, id) : null;
}

/** Only a draft has a way to go. */
export const readChecks = cache((rfp: RfpView) =>
  rfp.state === "draft" ? listPublishChecks(rfp) : Promise.resolve([]),
);
