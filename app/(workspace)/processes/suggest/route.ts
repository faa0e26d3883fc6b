import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { suggestProcesses } from "@/lib/processes/queries";

/** Processes for a field that suggests while one types. */
export async function GET(request: Request): Promise<Response> {
  const member = await findMemberActor();
  if (!member) return new Response("Sign in first.", { status: 401 });
  if (!may(member, "process:read")) return new Response("Your roles do not allow this.", { status: 403 });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestProcesses(member.organizationId, text), {
    headers: { "Cache-Control": "no-store" },
  });
}
