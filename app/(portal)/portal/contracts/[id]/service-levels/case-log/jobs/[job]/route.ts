import { findVendorActor } from "@/lib/access/session";
import { tellJob } from "@/lib/service-levels/receive-upload";

type Context = { params: Promise<{ job: string }> };

/** A contact sees the jobs that it asked for, and no others. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const contact = await findVendorActor();
  if (!contact) return Response.json({ message: "You are signed out." }, { status: 401 });
  return tellJob(contact, (await params).job);
}
