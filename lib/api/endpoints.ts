import "server-only";
import type { Endpoint } from "@/lib/server/api/endpoint";
import { simulationEndpoints } from "@/lib/simulations/endpoints";

/** Every operation of the REST API: the router, the OpenAPI document and the test of rights read this list. */
export const endpoints: readonly Endpoint[] = [...simulationEndpoints];
