import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { traceOf } from "@/lib/server/request-trace";
import { asOrganizationId, type MemberActor, may, type Trace, type VendorActor } from "./actor";
import type { Right } from "./rights";
import { signInHref } from "./safe-next";
import { readSessionId } from "./session-cookie";
import { findSession, type SessionRow } from "./session-row";

type SessionOrganization = {
  id: string;
  name: string;
  slug: string;
  currency: string;
  timeZone: string;
  locale: string;
};

/** `timeZone` and `locale` are the reader's own, or else the organization's. */
type SessionReader = {
  sessionId: string;
  email: string;
  timeZone: string;
  locale: string;
  organization: SessionOrganization;
};

export type MemberSession = MemberActor & SessionReader;
export type VendorSession = VendorActor & SessionReader & { vendor: { id: string; name: string } };

/** The path that was asked for, written by the proxy over whatever a client claims. */
export const PATH_HEADER = "x-steward-path";

/** One look at the database per request, however many layouts and pages ask. */
const readSession = cache(async () => findSession(await readSessionId()));

function readerOf(row: SessionRow): SessionReader {
  return {
    sessionId: row.sessionId,
    email: row.email,
    timeZone: row.personTimeZone ?? row.timeZone,
    locale: row.personLocale ?? row.locale,
    organization: {
      id: row.organizationId,
      name: row.organizationName,
      slug: row.slug,
      currency: row.currency,
      timeZone: row.timeZone,
      locale: row.locale,
    },
  };
}

export function toMemberSession(row: SessionRow, trace: Trace): MemberSession | null {
  if (!row.memberId || !row.roles) return null;
  return {
    ...trace,
    ...readerOf(row),
    kind: "member",
    organizationId: asOrganizationId(row.organizationId),
    memberId: row.memberId,
    personId: row.personId,
    name: row.name,
    roles: row.roles,
    scopes: null,
  };
}

export function toVendorSession(row: SessionRow, trace: Trace): VendorSession | null {
  if (!row.contactId || !row.vendorId || row.vendorName === null) return null;
  return {
    ...trace,
    ...readerOf(row),
    kind: "vendor",
    organizationId: asOrganizationId(row.organizationId),
    vendorId: row.vendorId,
    contactId: row.contactId,
    personId: row.personId,
    name: row.name,
    scopes: null,
    vendor: { id: row.vendorId, name: row.vendorName },
  };
}

/** The signed-in member, or null; never redirects: for actions and route handlers. */
export const findMemberActor = cache(async (): Promise<MemberSession | null> => {
  const row = await readSession();
  return row && toMemberSession(row, traceOf(await headers()));
});

/** The signed-in contact of a vendor, or null. */
export const findVendorActor = cache(async (): Promise<VendorSession | null> => {
  const row = await readSession();
  return row && toVendorSession(row, traceOf(await headers()));
});

async function goToSignIn(): Promise<never> {
  redirect(signInHref((await headers()).get(PATH_HEADER)));
}

/** For pages of the workspace. Signed out: to the sign-in and back; a vendor's contact: to the portal. */
export async function requireMember(right?: Right): Promise<MemberSession> {
  const member = await findMemberActor();
  if (!member) return (await findVendorActor()) ? redirect("/portal") : goToSignIn();
  if (right && !may(member, right)) forbidden();
  return member;
}

/** For pages of the portal. */
export async function requireVendor(): Promise<VendorSession> {
  const contact = await findVendorActor();
  if (!contact) return (await findMemberActor()) ? redirect("/") : goToSignIn();
  return contact;
}
