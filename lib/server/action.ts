import "server-only";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import { type MemberActor, may, type VendorActor } from "@/lib/access/actor";
import type { Right, VendorRight } from "@/lib/access/rights";
import { findMemberActor, findVendorActor } from "@/lib/access/session";
import type { ActionState, FormAction } from "@/lib/shared/action-state";
import { formToObject } from "@/lib/shared/form";
import type { Outcome, Refusal } from "@/lib/shared/outcome";
import { logger } from "./log";
import { isOwnOrigin } from "./request-trace";
import { validate } from "./validate";

/** What a person sees after a change that worked. */
export type Answer<T> = { message?: string; redirectTo?: string; revalidate?: string; value?: T };

type Handler<Schema extends z.ZodType, Who> = (input: z.output<Schema>, who: Who) => Promise<Outcome<Answer<unknown>>>;

const SIGNED_OUT: ActionState = {
  status: "refused",
  message: "You are signed out. Sign in again in another tab; what you typed stays here.",
};

/** A form's action for members: origin, session, right, schema, then the handler. */
export function memberAction<Schema extends z.ZodType>(
  right: Right,
  schema: Schema,
  handler: Handler<Schema, MemberActor>,
): FormAction {
  return guardedBy(right, (_, form) => run(form, schema, right, findMemberActor, handler));
}

/** The same for people of vendors, in the portal. */
export function vendorAction<Schema extends z.ZodType>(
  right: VendorRight,
  schema: Schema,
  handler: Handler<Schema, VendorActor>,
): FormAction {
  return guardedBy(right, (_, form) => run(form, schema, right, findVendorActor, handler));
}

/** Tells which right an action asks for: the test that walks all actions with all roles reads it. */
function guardedBy(right: Right | VendorRight, action: FormAction): FormAction {
  return Object.assign(action, { right });
}

async function run<Schema extends z.ZodType, Who extends MemberActor | VendorActor>(
  form: FormData,
  schema: Schema,
  right: Right | VendorRight,
  find: () => Promise<Who | null>,
  handler: Handler<Schema, Who>,
): Promise<ActionState> {
  if (!isOwnOrigin(await headers())) return { status: "refused", message: "This request did not come from Steward." };
  const who = await find();
  if (!who) return SIGNED_OUT;
  if (!may(who, right)) return { status: "refused", message: "Your roles do not allow this." };
  const input = validate(schema, formToObject(form));
  if (!input.ok) return toRefused(input);
  const outcome = await handler(input.value, who).catch((error: unknown) => fault(error, who));
  if (!outcome.ok) return toRefused(outcome);
  const { message, redirectTo, revalidate, value } = outcome.value;
  if (revalidate) revalidatePath(revalidate);
  return {
    status: "done",
    ...(message ? { message } : {}),
    ...(redirectTo ? { redirectTo } : {}),
    ...(value !== undefined ? { value } : {}),
  };
}

function fault(error: unknown, who: MemberActor | VendorActor): Refusal {
  logger.error({ error, requestId: who.requestId }, "An action failed");
  return { ok: false, reason: "state", message: "This did not work, and nothing was changed. Try again in a moment." };
}

export function toRefused(refusal: Refusal): ActionState {
  return {
    status: "refused",
    message: refusal.message,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...(refusal.current
      ? { conflict: { by: refusal.current.by, at: refusal.current.at, current: refusal.current.values } }
      : {}),
  };
}
