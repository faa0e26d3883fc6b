import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { tellJob } from "@/lib/service-levels/receive-upload";

type Context = { params: Promise<{ job: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const member = await findMemberActor();
  if (!member) return Response.json({ message: "You are signed out." }, { status: 401 });
  if (!may(member, "job:read")) return Response.json({ message: "Your roles do not allow this." }, { status: 403 });
  return tellJob(member, (await params).job);
}
