export const dynamic = "force-dynamic";

/** The process is alive. It says nothing about the database: a lost one is no reason to kill the app. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
}
