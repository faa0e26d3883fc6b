import { headers } from "next/headers";
import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { isOwnOrigin } from "@/lib/server/request-trace";
import { acceptCases } from "@/lib/service-levels/accept-cases";
import { importQuerySchema } from "@/lib/service-levels/case-log-schema";
import { findUploadTargets } from "@/lib/service-levels/queries/records";

type Context = { params: Promise<{ id: string }> };

const refusal = (status: number, message: string) => Response.json({ message }, { status });

/** The browser's way to upload: a session instead of a token, the same function as the API. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isOwnOrigin(await headers())) return refusal(403, "This request did not come from Steward.");
  const member = await findMemberActor();
  if (!member) return refusal(401, "You are signed out. Sign in again in another tab.");
  if (!may(member, "measurement:import")) return refusal(403, "Your roles do not allow this.");
  const query = importQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success || !request.body) return refusal(422, "This upload is not complete.");
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/i.test(id)) return refusal(404, "That contract does not exist.");
  const [target] = await findUploadTargets(member, id, query.data.caseLog);
  if (!target) return refusal(404, "That case log does not exist.");
  const accepted = await acceptCases(member, target, request.body, {
    fileName: query.data.fileName || "cases.csv",
    skipsBadRows: query.data.onError === "skip",
  });
  return accepted.ok ? Response.json(accepted.value, { status: 202 }) : refusal(409, accepted.message);
}
