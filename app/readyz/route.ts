import { checkReadiness } from "@/lib/server/readiness";

export const dynamic = "force-dynamic";

/** Whether requests should be sent here: the database answers and has every migration of this version. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.status === "ready" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
