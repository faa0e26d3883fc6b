import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { OrganizationId } from "@/lib/access/actor";
import { findAssessment } from "./assessments/queries";
import { findProcess } from "./queries";

const readProcess = cache((organizationId: OrganizationId, id: string) => findProcess(organizationId, id));
const readAssessment = cache((organizationId: OrganizationId, id: string) => findAssessment(organizationId, id));

type Reader = { organizationId: OrganizationId };

/** The process of an address: null for what is no id as for what is not ours. Read once per request. */
export async function readProcessOf(member: Reader, id: string) {
  return z.uuid().safeParse(id).success ? readProcess(member.organizationId, id) : null;
}

export async function readAssessmentOf(member: Reader, id: string) {
  return z.uuid().safeParse(id).success ? readAssessment(member.organizationId, id) : null;
}
