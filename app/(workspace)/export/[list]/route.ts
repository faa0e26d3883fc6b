import { Readable } from "node:stream";
import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { findExport } from "@/lib/exports";
import { listAsCsv } from "@/lib/server/lists/csv";
import { parseListRequest } from "@/lib/server/lists/request";

/** What the list page shows, with its search, filters and order, as CSV of any length. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  const member = await findMemberActor();
  if (!member) return new Response("Sign in first.", { status: 401 });
  const list = findExport((await params).list);
  if (!list) return new Response("There is no such list.", { status: 404 });
  if (!may(member, list.right) || !may(member, "export:read"))
    return new Response("Your roles do not allow this.", { status: 403 });
  const parsed = parseListRequest(list, new URL(request.url).searchParams);
  const stream = Readable.from(listAsCsv(list, member.organizationId, parsed.request), { objectMode: false });
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${list.name}.csv"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
