"use server";

import { publicAction } from "@/lib/server/public-action";
import type { ActionState } from "@/lib/shared/action-state";
import { done } from "@/lib/shared/outcome";
import { acceptInvitation, joinByInvitation } from "./accept-invitation";
import { requestReset, resetPassword } from "./password-reset";
import { safeNext } from "./safe-next";
import { acceptSchema, joinSchema, resetRequestSchema, resetSchema, signInSchema } from "./schema";
import { writeSessionCookie } from "./session-cookie";
import { signInWithPassword } from "./sign-in";

const runSignIn = publicAction(signInSchema, async (input, device) => {
  const outcome = await signInWithPassword(input, device);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(outcome.value.sessionId);
  return done({ redirectTo: safeNext(input.next) });
});

const runResetRequest = publicAction(resetRequestSchema, async (input, device) => {
  const outcome = await requestReset(input.email, device);
  return outcome.ok ? done({ message: outcome.value.message }) : outcome;
});

const runReset = publicAction(resetSchema, async (input) => {
  const outcome = await resetPassword(input);
  return outcome.ok ? done({ redirectTo: "/sign-in?reset=done" }) : outcome;
});

const runAccept = publicAction(acceptSchema, async (input, device) => {
  const outcome = await acceptInvitation(input, device);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(outcome.value.sessionId);
  return done({ redirectTo: outcome.value.home });
});

const runJoin = publicAction(joinSchema, async (input, device) => {
  const outcome = await joinByInvitation(input, device);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(outcome.value.sessionId);
  return done({ redirectTo: outcome.value.home });
});

export async function signIn(previous: ActionState, form: FormData): Promise<ActionState> {
  return runSignIn(previous, form);
}

export async function sendResetLink(previous: ActionState, form: FormData): Promise<ActionState> {
  return runResetRequest(previous, form);
}

export async function setNewPassword(previous: ActionState, form: FormData): Promise<ActionState> {
  return runReset(previous, form);
}

export async function acceptInvitationForm(previous: ActionState, form: FormData): Promise<ActionState> {
  return runAccept(previous, form);
}

export async function joinByInvitationForm(previous: ActionState, form: FormData): Promise<ActionState> {
  return runJoin(previous, form);
}
