import "server-only";
import { type MemberActor, may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import type { CsvSource } from "@/lib/exchange/csv/types";
import { isOwnOrigin } from "@/lib/server/request-trace";

export type Upload = { member: MemberActor; source: CsvSource };

/** Who sends the file, and the file; or the answer that refuses it. Sessions are cookies, so the origin counts. */
export async function openUpload(request: Request): Promise<Upload | Response> {
  if (!isOwnOrigin(request.headers)) return new Response("This request did not come from Steward.", { status: 403 });
  const member = await findMemberActor();
  if (!member) return new Response("You are signed out. Sign in again in another tab.", { status: 401 });
  if (!may(member, "process:import")) return new Response("Your roles do not allow this.", { status: 403 });
  if (!request.body) return new Response("The file is empty.", { status: 422 });
  return { member, source: request.body };
}
