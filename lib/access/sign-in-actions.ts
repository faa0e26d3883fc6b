"use server";

import { publicAction } from "@/lib/server/public-action";
import { done } from "@/lib/shared/outcome";
import { acceptInvitation, joinByInvitation } from "./accept-invitation";
import { requestReset, resetPassword } from "./password-reset";
import { safeNext } from "./safe-next";
import { acceptSchema, joinSchema, resetRequestSchema, resetSchema, signInSchema } from "./schema";
import { writeSessionCookie } from "./session-cookie";
import { signInWithPassword } from "./sign-in";

export const signIn = publicAction(signInSchema, async (input, device) => {
  const outcome = await signInWithPassword(input, device);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(outcome.value.sessionId);
  return done({ redirectTo: safeNext(input.next) });
});

export const sendResetLink = publicAction(resetRequestSchema, async (input, device) => {
  const outcome = await requestReset(input.email, device);
  return outcome.ok ? done({ value: outcome.value.message }) : outcome;
});

export const setNewPassword = publicAction(resetSchema, async (input) => {
  const outcome = await resetPassword(input);
  return outcome.ok ? done({ redirectTo: "/sign-in?reset=done" }) : outcome;
});

export const acceptInvitationForm = publicAction(acceptSchema, async (input, device) => {
  const outcome = await acceptInvitation(input, device);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(outcome.value.sessionId);
  return done({ redirectTo: outcome.value.home });
});

export const joinByInvitationForm = publicAction(joinSchema, async (input, device) => {
  const outcome = await joinByInvitation(input, device);
  if (!outcome.ok) return outcome;
  await writeSessionCookie(outcome.value.sessionId);
  return done({ redirectTo: outcome.value.home });
});
