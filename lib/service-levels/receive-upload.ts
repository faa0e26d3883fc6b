import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { recordId } from "@/lib/shared/inputs";
import { acceptCases } from "./accept-cases";
import { importQuerySchema } from "./case-log-schema";
import { findJob, findUploadTargets } from "./queries/records";

const refusal = (status: number, message: string) => Response.json({ message }, { status });
const isId = (text: string) => recordId.safeParse(text).success;

/** The browser's way to upload cases: a session instead of a token, the same function as the API. */
export async function receiveCases(
  request: Request,
  actor: MemberActor | VendorActor,
  contractId: string,
): Promise<Response> {
  const query = importQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success || !request.body) return refusal(422, "This upload is not complete.");
  if (!isId(contractId)) return refusal(404, "That contract does not exist.");
  const [target] = await findUploadTargets(actor, contractId, query.data.caseLog);
  if (!target) return refusal(404, "That case log does not exist.");
  const accepted = await acceptCases(actor, target, request.body, {
    fileName: query.data.fileName || "cases.csv",
    skipsBadRows: query.data.onError === "skip",
  });
  return accepted.ok ? Response.json(accepted.value, { status: 202 }) : refusal(409, accepted.message);
}

/** How far an import is, for the page that started it. */
export async function tellJob(actor: MemberActor | VendorActor, jobId: string): Promise<Response> {
  const found = isId(jobId) ? await findJob(actor, jobId) : null;
  return found
    ? Response.json(found, { headers: { "Cache-Control": "no-store" } })
    : refusal(404, "That job does not exist.");
}
