import { revalidatePath } from "next/cache";
import { checkProcessFile, importProcessFile } from "@/lib/processes/import/import";
import { runRequestSchema } from "@/lib/processes/import/request";
import { openUpload } from "@/lib/processes/import/upload";
import { logger } from "@/lib/server/log";

/** Checks a file, or imports it: all or nothing. The report has every problem by line, column and reason. */
export async function POST(request: Request): Promise<Response> {
  const upload = await openUpload(request);
  if (upload instanceof Response) return upload;
  const query = runRequestSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response("These settings are not known.", { status: 422 });
  const { member, source } = upload;
  const { mode, name, ...options } = query.data;
  try {
    if (mode === "check") return Response.json(await checkProcessFile(member, source, options));
    const report = await importProcessFile(member, source, options, name);
    if (report.problems.count === 0) revalidatePath("/processes", "layout");
    return Response.json(report);
  } catch (error) {
    logger.error({ error, requestId: member.requestId }, "An import of processes failed");
    return new Response("This did not work, and nothing was imported. Try again in a moment.", { status: 500 });
  }
}
