"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isOwnOrigin } from "@/lib/server/request-trace";
import { endCurrentSession, findSigned } from "./current-session";
import { moveSession } from "./open-session";
import { findPlace } from "./places";
import { clearSessionCookie } from "./session-cookie";
import { signOutEverywhere } from "./sign-out";

/** For the menus of both frames. Signing out needs no right, only an own page that asks for it. */
export async function signOut(_form: FormData): Promise<void> {
  if (!isOwnOrigin(await headers())) return;
  await endCurrentSession();
  await clearSessionCookie();
  redirect("/sign-in");
}

/** On every device, this one too. */
export async function signOutAll(_form: FormData): Promise<void> {
  if (!isOwnOrigin(await headers())) return;
  const signed = await findSigned();
  if (signed) await signOutEverywhere(signed);
  await clearSessionCookie();
  redirect("/sign-in");
}

/** `organizationId` holds the id of one of the person's places: a membership, or a contact of a vendor. */
export async function switchPlace(form: FormData): Promise<void> {
  if (!isOwnOrigin(await headers())) return;
  const signed = await findSigned();
  if (!signed) redirect("/sign-in");
  const place = await findPlace(signed.personId, String(form.get("organizationId") ?? ""));
  if (!place) redirect(signed.kind === "vendor" ? "/portal" : "/");
  const person = { id: signed.personId, name: signed.name, email: signed.email };
  await moveSession(signed.sessionId, person, place, signed);
  redirect(place.kind === "vendor" ? "/portal" : "/");
}
