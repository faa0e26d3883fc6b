"use server";

import { vendorAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { saveNoticeChoices } from "./notice-choices";
import { changePassword, updateProfile } from "./profile";
import { emptySchema, noticeChoicesSchema, passwordChangeSchema, profileSchema, recordIdSchema } from "./schema";
import { findVendorActor } from "./session";
import { signOutEverywhere, signOutSession } from "./sign-out";

// A contact's own account, the same functions as for members.
const PAGE = "/portal/account";

export const updateContactProfileForm = vendorAction("portal:read", profileSchema, async (input, contact) => {
  const outcome = await updateProfile(contact, input);
  return outcome.ok ? done({ message: "Profile saved.", revalidate: PAGE }) : outcome;
});

export const changeContactPasswordForm = vendorAction("portal:read", passwordChangeSchema, async (input) => {
  const session = await findVendorActor();
  if (!session) throw new Error("The session ended between two looks at it.");
  const outcome = await changePassword(session, input);
  return outcome.ok ? done({ message: "Password changed. Other sessions were ended.", revalidate: PAGE }) : outcome;
});

export const endContactSessionForm = vendorAction("portal:read", recordIdSchema, async (input, contact) => {
  const outcome = await signOutSession(contact, input.id);
  return outcome.ok ? done({ message: "Session ended.", revalidate: PAGE }) : outcome;
});

export const endOtherContactSessionsForm = vendorAction("portal:read", emptySchema, async (_, contact) => {
  const session = await findVendorActor();
  const outcome = await signOutEverywhere(contact, session?.sessionId);
  return outcome.ok ? done({ message: "All other sessions ended.", revalidate: PAGE }) : outcome;
});

export const saveContactNoticeChoicesForm = vendorAction("portal:read", noticeChoicesSchema, async (input, contact) => {
  const outcome = await saveNoticeChoices(contact, input);
  return outcome.ok ? done({ message: "Notices saved.", revalidate: PAGE }) : outcome;
});
