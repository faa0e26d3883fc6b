import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { listTreeLevel } from "@/lib/processes/queries";
import { optionalRecordId } from "@/lib/shared/inputs";

/** One level of the tree, for a branch that is opened. */
export async function GET(request: Request): Promise<Response> {
  const member = await findMemberActor();
  if (!member) return new Response("Sign in first.", { status: 401 });
  if (!may(member, "process:read")) return new Response("Your roles do not allow this.", { status: 403 });
  const { searchParams } = new URL(request.url);
  const parent = optionalRecordId.safeParse(searchParams.get("parent"));
  if (!parent.success) return new Response("That is no id.", { status: 422 });
  const after = searchParams.get("after")?.slice(0, 40) ?? null;
  const level = await listTreeLevel(member.organizationId, parent.data, after);
  return Response.json(level, { headers: { "Cache-Control": "no-store" } });
}
