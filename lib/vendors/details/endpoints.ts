import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { done, type Outcome } from "@/lib/shared/outcome";
import { vendorParams } from "../schema";
import {
  addCertificate,
  addLocation,
  addSubcontractor,
  removeCertificate,
  removeLocation,
  removeSubcontractor,
  type SavedPart,
  updateCertificate,
  updateLocation,
  updateSubcontractor,
} from "./mutations";
import { certificateSchema, locationSchema, subcontractorSchema } from "./schema";

const savedSchema = z.object({ id: z.uuid(), vendorId: z.uuid(), version: z.int() });

type Write<Input> = {
  /** In the path: `locations`. */
  plural: string;
  name: string;
  schema: z.ZodType<Input>;
  add: (actor: Actor, vendorId: string, input: Input) => Promise<Outcome<SavedPart>>;
  update: (actor: Actor, id: string, version: number, input: Input) => Promise<Outcome<SavedPart>>;
  remove: (actor: Actor, id: string, version: number) => Promise<Outcome<SavedPart>>;
};

function partEndpoints<Input>({ plural, name, schema, add, update, remove }: Write<Input>): Endpoint[] {
  const tag = "Vendors";
  return [
    memberEndpoint("vendor:write", {
      method: "POST",
      path: `/vendors/{id}/${plural}`,
      tag,
      summary: `Add a ${name}`,
      params: vendorParams,
      body: schema,
      response: savedSchema,
      status: 201,
      handle: async ({ actor, params, body }) => {
        const made = await add(actor, params.id, body as Input);
        return made.ok ? done({ created: made.value }) : made;
      },
    }),
    memberEndpoint("vendor:write", {
      method: "PUT",
      path: `/vendor-${plural}/{id}`,
      tag,
      summary: `Change a ${name}`,
      params: vendorParams,
      body: schema,
      response: savedSchema,
      versioned: true,
      handle: ({ actor, params, version, body }) => update(actor, params.id, version, body as Input),
    }),
    memberEndpoint("vendor:write", {
      method: "DELETE",
      path: `/vendor-${plural}/{id}`,
      tag,
      summary: `Remove a ${name}`,
      params: vendorParams,
      status: 204,
      versioned: true,
      handle: ({ actor, params, version }) => remove(actor, params.id, version),
    }),
  ];
}

export const vendorPartEndpoints: Endpoint[] = [
  ...partEndpoints({
    plural: "locations",
    name: "location",
    schema: locationSchema,
    add: addLocation,
    update: updateLocation,
    remove: removeLocation,
  }),
  ...partEndpoints({
    plural: "certificates",
    name: "certificate",
    schema: certificateSchema,
    add: addCertificate,
    update: updateCertificate,
    remove: removeCertificate,
  }),
  ...partEndpoints({
    plural: "subcontractors",
    name: "subcontractor",
    schema: subcontractorSchema,
    add: addSubcontractor,
    update: updateSubcontractor,
    remove: removeSubcontractor,
  }),
];
