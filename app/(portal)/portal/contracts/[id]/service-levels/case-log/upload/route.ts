import { headers } from "next/headers";
import { may } from "@/lib/access/actor";
import { findVendorActor } from "@/lib/access/session";
import { isOwnOrigin } from "@/lib/server/request-trace";
import { receiveCases } from "@/lib/service-levels/receive-upload";

type Context = { params: Promise<{ id: string }> };

const refusal = (status: number, message: string) => Response.json({ message }, { status });

export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isOwnOrigin(await headers())) return refusal(403, "This request did not come from Steward.");
  const contact = await findVendorActor();
  if (!contact) return refusal(401, "You are signed out. Sign in again in another tab.");
  if (!may(contact, "measurement:report")) return refusal(403, "Your access does not allow this.");
  return receiveCases(request, contact, (await params).id);
}
