import "server-only";
import { z } from "zod";
import type { Endpoint } from "@/lib/server/api/endpoint";

/** One line of a schema as a reader sees it; `depth` for indentation. */
export type ReferenceField = { name: string; type: string; isRequired: boolean; description: string; depth: number };
export type EndpointReference = {
  callers: string;
  parameters: ReferenceField[];
  body: { types: string[]; fields: ReferenceField[] } | null;
  response: ReferenceField[];
};

type Json = { [key: string]: unknown };
const DEEPEST = 6;

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function typeOf(schema: Json): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema.const);
  const choices = [...list(schema.anyOf), ...list(schema.oneOf)];
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(" | ");
  if (schema.type === "array") {
    const items = isJson(schema.items) ? typeOf(schema.items) : "value";
    return `list of ${items}`;
  }
  const format = typeof schema.format === "string" ? ` (${schema.format})` : "";
  return `${typeof schema.type === "string" ? schema.type : "value"}${format}`;
}

function describeField(schema: Json): string {
  const example = schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined);
  const text = typeof schema.description === "string" ? schema.description : "";
  return example === undefined ? text : `${text}${text ? ". " : ""}Example: ${JSON.stringify(example)}`;
}

function fieldsOf(schema: Json, depth: number): ReferenceField[] {
  if (depth > DEEPEST) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const own = isJson(schema.properties) ? Object.entries(schema.properties) : [];
  const fields = own.flatMap(([name, property]) => {
    if (!isJson(property)) return [];
    const field = {
      name,
      type: typeOf(property),
      isRequired: required.has(name),
      description: describeField(property),
      depth,
    };
    return [field, ...fieldsOf(property, depth + 1)];
  });
  const inside = [
    ...(isJson(schema.items) ? [schema.items] : []),
    ...list(schema.anyOf),
    ...list(schema.oneOf),
    ...list(schema.allOf),
  ];
  return [...fields, ...inside.flatMap((each) => fieldsOf(each, depth))];
}

function toJson(schema: z.ZodType, io: "input" | "output"): Json {
  return z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
}

export function describeEndpoint(endpoint: Endpoint): EndpointReference {
  const callers = [
    endpoint.right ? `members with the right ${endpoint.right}` : "",
    endpoint.vendorRight ? `contacts of vendors, for their own (${endpoint.vendorRight})` : "",
  ].filter(Boolean);
  const parameters = [
    ...(endpoint.params ? fieldsOf(toJson(endpoint.params, "input"), 0) : []),
    ...(endpoint.query ? fieldsOf(toJson(endpoint.query, "input"), 0) : []),
  ];
  const types = [...(endpoint.body ? ["application/json"] : []), ...endpoint.streams];
  return {
    callers: `For ${callers.join(" and ")}.${endpoint.versioned ? " Needs If-Match with the version." : ""}`,
    parameters,
    body: types.length > 0 ? { types, fields: endpoint.body ? fieldsOf(toJson(endpoint.body, "input"), 0) : [] } : null,
    response: endpoint.response ? fieldsOf(toJson(endpoint.response, "output"), 0) : [],
  };
}
