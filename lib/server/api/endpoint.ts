import type { z } from "zod";
import type { Actor, MemberActor, VendorActor } from "@/lib/access/actor";
import type { Right, VendorRight } from "@/lib/access/rights";
import type { Outcome } from "@/lib/shared/outcome";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
export type ParametersSchema = z.ZodObject<Record<string, z.ZodType>>;

export type Call<Who extends Actor, Params, Query, Body> = {
  actor: Who;
  params: Params;
  query: Query;
  body: Body;
  /** From If-Match; always there where the endpoint is `versioned`. */
  version: number;
  request: Request;
};

/** What a handler may answer besides a value: a stream, another status. */
export type Raw = { raw: Response };
export type Created<T> = { created: T; location?: string };

/**
 * One operation of the REST API. The router parses, checks the right, calls and answers; the OpenAPI document and the
 * test of rights are made from the same list, so that neither can miss one.
 */
export type Endpoint = {
  method: Method;
  /** `/processes/{id}`, below /api/v1. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** Who may call: members with this right, and vendors with that one. `null`: not for them. */
  right: Right | null;
  vendorRight: VendorRight | null;
  params: ParametersSchema | null;
  query: ParametersSchema | null;
  body: z.ZodType | null;
  /** Media types besides JSON that the handler reads from `request.body` itself. */
  streams: readonly string[];
  response: z.ZodType | null;
  /** Status of success. */
  status: 200 | 201 | 202 | 204;
  /** Needs If-Match with the version of the representation that the change was made on. */
  versioned: boolean;
  /** Longest body in bytes; streams have none. */
  limit: number;
  handle: (call: Call<Actor, unknown, unknown, unknown>) => Promise<Outcome<unknown>>;
};

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type Common<Params, Query, Body> = {
  method: Method;
  path: string;
  tag: string;
  summary: string;
  description?: string;
  params?: Params;
  query?: Query;
  body?: Body;
  streams?: readonly string[];
  response?: z.ZodType;
  status?: Endpoint["status"];
  versioned?: boolean;
  limit?: number;
};

type Handler<Who extends Actor, Params, Query, Body> = (
  call: Call<Who, Parsed<Params>, Parsed<Query>, Parsed<Body>>,
) => Promise<Outcome<unknown>>;

const LIMIT = 1_000_000;

function build(
  common: Common<ParametersSchema, ParametersSchema, z.ZodType>,
  rest: Pick<Endpoint, "right" | "vendorRight" | "handle">,
): Endpoint {
  const { params, query, body, response, streams, status, versioned, limit, ...names } = common;
  return {
    ...names,
    ...rest,
    params: params ?? null,
    query: query ?? null,
    body: body ?? null,
    response: response ?? null,
    streams: streams ?? [],
    status: status ?? 200,
    versioned: versioned ?? false,
    limit: limit ?? LIMIT,
  };
}

/** An operation for members of the organization. */
export function memberEndpoint<
  Params extends ParametersSchema | undefined = undefined,
  Query extends ParametersSchema | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  right: Right,
  definition: Common<Params, Query, Body> & { handle: Handler<MemberActor, Params, Query, Body> },
): Endpoint {
  const { handle, ...common } = definition;
  return build(common as never, { right, vendorRight: null, handle: handle as never });
}

/** An operation for contacts of vendors, on their own vendor's things. */
export function vendorEndpoint<
  Params extends ParametersSchema | undefined = undefined,
  Query extends ParametersSchema | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  vendorRight: VendorRight,
  definition: Common<Params, Query, Body> & { handle: Handler<VendorActor, Params, Query, Body> },
): Endpoint {
  const { handle, ...common } = definition;
  return build(common as never, { right: null, vendorRight, handle: handle as never });
}

/** An operation for both sides: the handler looks at `actor.kind`. */
export function sharedEndpoint<
  Params extends ParametersSchema | undefined = undefined,
  Query extends ParametersSchema | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  rights: { member: Right; vendor: VendorRight },
  definition: Common<Params, Query, Body> & { handle: Handler<MemberActor | VendorActor, Params, Query, Body> },
): Endpoint {
  const { handle, ...common } = definition;
  return build(common as never, { right: rights.member, vendorRight: rights.vendor, handle: handle as never });
}
