import { endpoints } from "@/lib/api/endpoints";
import { buildOpenApi } from "@/lib/api/openapi";
import { environment } from "@/lib/server/environment";

export function GET(): Response {
  return Response.json(buildOpenApi(endpoints, environment().STEWARD_URL));
}
