import { previewProcessFile } from "@/lib/processes/import/preview";
import { previewRequestSchema } from "@/lib/processes/import/request";
import { openUpload } from "@/lib/processes/import/upload";

/** The beginning of a file in, what it looks like out. */
export async function POST(request: Request): Promise<Response> {
  const upload = await openUpload(request);
  if (upload instanceof Response) return upload;
  const query = previewRequestSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response("These settings are not known.", { status: 422 });
  return Response.json(await previewProcessFile(upload.source, query.data));
}
