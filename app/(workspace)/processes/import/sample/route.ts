import { findMemberActor } from "@/lib/access/session";
import { sampleProcessFile } from "@/lib/processes/import/sample";

/** A file to fill in. It holds nothing of anybody. */
export async function GET(): Promise<Response> {
  if (!(await findMemberActor())) return new Response("Sign in first.", { status: 401 });
  return new Response(sampleProcessFile(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="processes-sample.csv"',
      "X-Content-Type-Options": "nosniff",
    },
  });
}
