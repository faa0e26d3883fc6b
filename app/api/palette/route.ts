import { findMemberActor } from "@/lib/access/session";
import { searchPalette } from "@/lib/workspace/palette";

export async function GET(request: Request): Promise<Response> {
  const member = await findMemberActor();
  if (!member) return Response.json({ groups: [] }, { status: 401 });
  const text = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ groups: await searchPalette(member, text) }, { headers: { "Cache-Control": "no-store" } });
}
