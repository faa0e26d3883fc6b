import "server-only";
import { z } from "zod";
import type { Endpoint } from "@/lib/server/api/endpoint";

type Json = Record<string, unknown>;

const REFUSALS: Record<number, string> = {
  401: "No valid token",
  403: "The token does not carry the right",
  404: "Not there, or somebody else's",
  409: "The state does not allow it",
  412: "Changed meanwhile",
  422: "Some values are refused",
  428: "If-Match is missing",
  429: "Too many requests",
};

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "detail"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "message"],
        properties: {
          pointer: { type: "string", description: "JSON pointer to the value" },
          message: { type: "string" },
        },
      },
    },
  },
};

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return json as Json;
}

function parametersOf(endpoint: Endpoint): Json[] {
  const path = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const own = endpoint.params?.shape[name];
    return { name, in: "path", required: true, schema: own ? schemaOf(own, "input") : { type: "string" } };
  });
  const query = Object.entries(endpoint.query?.shape ?? {}).map(([name, schema]) => {
    const json = schemaOf(schema, "input");
    return {
      name,
      in: "query",
      required: !schema.safeParse(undefined).success,
      schema: json,
      description: json.description,
    };
  });
  const version = endpoint.versioned
    ? [
        {
          name: "If-Match",
          in: "header",
          required: true,
          schema: { type: "string" },
          description: 'The version that the change was made on, such as "3"',
        },
      ]
    : [];
  const retry =
    endpoint.method === "POST"
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            required: false,
            schema: { type: "string", maxLength: 200 },
            description: "The same key with the same body returns the first answer",
          },
        ]
      : [];
  return [...path, ...query, ...version, ...retry];
}

function bodyOf(endpoint: Endpoint): Json | null {
  const content: Json = {};
  if (endpoint.body) content["application/json"] = { schema: schemaOf(endpoint.body, "input") };
  for (const type of endpoint.streams) content[type] = { schema: { type: "string" } };
  const required = !endpoint.body?.safeParse(undefined).success;
  return Object.keys(content).length > 0 ? { required, content } : null;
}

function responsesOf(endpoint: Endpoint): Json {
  const success: Json = { description: "Done" };
  if (endpoint.response) success.content = { "application/json": { schema: schemaOf(endpoint.response, "output") } };
  const refusals = Object.entries(REFUSALS).filter(
    ([status]) => endpoint.versioned || !["412", "428"].includes(status),
  );
  return {
    [endpoint.status]: success,
    ...Object.fromEntries(
      refusals.map(([status, description]) => [
        status,
        { description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
      ]),
    ),
  };
}

function callersOf(endpoint: Endpoint): string {
  const callers = [
    endpoint.right ? `members with the right \`${endpoint.right}\`` : null,
    endpoint.vendorRight ? `contacts of vendors (\`${endpoint.vendorRight}\`), for their own` : null,
  ].filter(Boolean);
  return `For ${callers.join(" and ")}.`;
}

export function operationId(endpoint: Endpoint): string {
  const words = endpoint.path
    .replace(/\{(\w+)\}/g, "by-$1")
    .split(/[/-]/)
    .filter(Boolean);
  return endpoint.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** OpenAPI 3.1, from the very schemas that the handlers parse with. */
export function buildOpenApi(endpoints: readonly Endpoint[], server: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const body = bodyOf(endpoint);
    const at = paths[endpoint.path] ?? {};
    at[endpoint.method.toLowerCase()] = {
      operationId: operationId(endpoint),
      tags: [endpoint.tag],
      summary: endpoint.summary,
      description: [endpoint.description, callersOf(endpoint)].filter(Boolean).join("\n\n"),
      parameters: parametersOf(endpoint),
      ...(body ? { requestBody: body } : {}),
      responses: responsesOf(endpoint),
    };
    paths[endpoint.path] = at;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Steward",
      version: "1.0.0",
      description: "Everything that a person can do in the app, a program can do here, with the same rules and rights.",
    },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }],
    tags: [...new Set(endpoints.map((endpoint) => endpoint.tag))].map((name) => ({ name })),
    paths,
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } }, schemas: { Problem: problemSchema } },
  };
}
