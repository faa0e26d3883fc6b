import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { findJob } from "@/lib/service-levels/queries/records";

type Context = { params: Promise<{ job: string }> };

/** How far an import is, for the page that started it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const member = await findMemberActor();
  if (!member) return Response.json({ message: "You are signed out." }, { status: 401 });
  if (!may(member, "job:read")) return Response.json({ message: "Your roles do not allow this." }, { status: 403 });
  const { job } = await params;
  const found = /^[0-9a-f-]{36}$/i.test(job) ? await findJob(member, job) : null;
  return found
    ? Response.json(found, { headers: { "Cache-Control": "no-store" } })
    : Response.json({ message: "That job does not exist." }, { status: 404 });
}
