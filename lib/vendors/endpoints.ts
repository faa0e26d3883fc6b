import "server-only";
import { z } from "zod";
import { inviteVendorContact } from "@/lib/access/invitations";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { addContact, removeContact, updateContact } from "./contacts/mutations";
import { contactSchema } from "./contacts/schema";
import { vendorPartEndpoints } from "./details/endpoints";
import { vendorList } from "./lists";
import { createVendor, moveVendor, updateVendor } from "./mutations";
import { findVendor } from "./queries";
import { VENDOR_MOVES, vendorMoveRight } from "./rules/status";
import { createVendorSchema, updateVendorSchema, vendorParams, vendorReasonSchema, vendorSchema } from "./schema";

const tag = "Vendors";
const savedSchema = z.object({ id: z.uuid(), version: z.int() });

const moves: Endpoint[] = VENDOR_MOVES.map((move) =>
  memberEndpoint(vendorMoveRight(move), {
    method: "POST",
    path: `/vendors/{id}/${move}`,
    tag,
    summary: `${move[0]?.toUpperCase()}${move.slice(1)} a vendor`,
    params: vendorParams,
    body: vendorReasonSchema,
    response: vendorSchema,
    versioned: true,
    handle: ({ actor, params, version, body }) => moveVendor(actor, params.id, version, move, body.reason),
  }),
);

export const vendorEndpoints: Endpoint[] = [
  listEndpoint(vendorList, { path: "/vendors", tag, summary: "List vendors" }),
  memberEndpoint("vendor:write", {
    method: "POST",
    path: "/vendors",
    tag,
    summary: "Create a vendor",
    body: createVendorSchema,
    response: vendorSchema,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createVendor(actor, body);
      return made.ok ? done({ created: made.value, location: `/api/v1/vendors/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("vendor:read", {
    method: "GET",
    path: "/vendors/{id}",
    tag,
    summary: "Read a vendor",
    params: vendorParams,
    response: vendorSchema,
    handle: async ({ actor, params }) => {
      const vendor = await findVendor(actor.organizationId, params.id);
      return vendor ? done(vendor) : refuseMissing("vendor");
    },
  }),
  memberEndpoint("vendor:write", {
    method: "PATCH",
    path: "/vendors/{id}",
    tag,
    summary: "Change a vendor",
    params: vendorParams,
    body: updateVendorSchema,
    response: vendorSchema,
    versioned: true,
    handle: ({ actor, params, version, body }) => updateVendor(actor, params.id, version, body),
  }),
  ...moves,
  memberEndpoint("vendor:write", {
    method: "POST",
    path: "/vendors/{id}/contacts",
    tag,
    summary: "Add a contact",
    params: vendorParams,
    body: contactSchema,
    response: savedSchema,
    status: 201,
    handle: async ({ actor, params, body }) => {
      const made = await addContact(actor, params.id, body);
      return made.ok ? done({ created: made.value }) : made;
    },
  }),
  memberEndpoint("vendor:write", {
    method: "PATCH",
    path: "/vendor-contacts/{id}",
    tag,
    summary: "Change a contact",
    params: vendorParams,
    body: contactSchema.partial(),
    response: savedSchema,
    versioned: true,
    handle: ({ actor, params, version, body }) => updateContact(actor, params.id, version, body),
  }),
  memberEndpoint("vendor:write", {
    method: "POST",
    path: "/vendor-contacts/{id}/invite",
    tag,
    summary: "Send a contact a link to the vendor portal",
    params: vendorParams,
    response: z.object({ id: z.uuid() }),
    handle: ({ actor, params }) => inviteVendorContact(actor, params.id),
  }),
  memberEndpoint("vendor:write", {
    method: "DELETE",
    path: "/vendor-contacts/{id}",
    tag,
    summary: "Remove a contact and end its access",
    params: vendorParams,
    status: 204,
    versioned: true,
    handle: ({ actor, params, version }) => removeContact(actor, params.id, version),
  }),
  ...vendorPartEndpoints,
];
