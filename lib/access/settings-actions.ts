"use server";

import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { inviteMember, revokeInvitation } from "./invitations";
import { changeMemberRoles, removeMember } from "./members";
import { saveNoticeChoices } from "./notice-choices";
import { updateOrganization } from "./organization";
import { changePassword, updateProfile } from "./profile";
import {
  emptySchema,
  inviteSchema,
  memberRolesSchema,
  memberSchema,
  noticeChoicesSchema,
  organizationSchema,
  passwordChangeSchema,
  profileSchema,
  recordIdSchema,
  tokenSchema,
} from "./schema";
import { findMemberActor } from "./session";
import { signOutEverywhere, signOutSession } from "./sign-out";
import { createToken, revokeToken } from "./tokens";

export const updateOrganizationForm = memberAction("organization:update", organizationSchema, async (input, member) => {
  const outcome = await updateOrganization(member, input);
  return outcome.ok ? done({ message: "Organization saved.", revalidate: "/settings" }) : outcome;
});

export const inviteMemberForm = memberAction("member:manage", inviteSchema, async (input, member) => {
  const outcome = await inviteMember(member, input);
  return outcome.ok
    ? done({ message: `Invitation for ${input.name} made.`, redirectTo: "/settings/members" })
    : outcome;
});

export const revokeInvitationForm = memberAction("member:manage", recordIdSchema, async (input, member) => {
  const outcome = await revokeInvitation(member, input.id);
  return outcome.ok ? done({ message: "Invitation withdrawn.", revalidate: "/settings/members" }) : outcome;
});

export const changeMemberRolesForm = memberAction("member:manage", memberRolesSchema, async (input, member) => {
  const outcome = await changeMemberRoles(member, input);
  return outcome.ok ? done({ message: "Roles saved.", redirectTo: "/settings/members" }) : outcome;
});

export const removeMemberForm = memberAction("member:manage", memberSchema, async (input, member) => {
  const outcome = await removeMember(member, input);
  return outcome.ok ? done({ message: "Member removed.", redirectTo: "/settings/members" }) : outcome;
});

// One's own account needs no more than being a member.
export const updateProfileForm = memberAction("organization:read", profileSchema, async (input, member) => {
  const outcome = await updateProfile(member, input);
  return outcome.ok ? done({ message: "Profile saved.", revalidate: "/settings/profile" }) : outcome;
});

export const changePasswordForm = memberAction("organization:read", passwordChangeSchema, async (input) => {
  const session = await findMemberActor();
  if (!session) throw new Error("The session ended between two looks at it.");
  const outcome = await changePassword(session, input);
  if (!outcome.ok) return outcome;
  const { ended } = outcome.value;
  const others = ended === 0 ? "" : ` ${ended} other ${ended === 1 ? "session was" : "sessions were"} ended.`;
  return done({ message: `Password changed.${others}`, revalidate: "/settings/profile" });
});

export const endSessionForm = memberAction("organization:read", recordIdSchema, async (input, member) => {
  const outcome = await signOutSession(member, input.id);
  return outcome.ok ? done({ message: "Session ended.", revalidate: "/settings/profile" }) : outcome;
});

export const endOtherSessionsForm = memberAction("organization:read", emptySchema, async (_, member) => {
  const session = await findMemberActor();
  const outcome = await signOutEverywhere(member, session?.sessionId);
  return outcome.ok ? done({ message: "All other sessions ended.", revalidate: "/settings/profile" }) : outcome;
});

export const createTokenForm = memberAction("token:manage", tokenSchema, async (input, member) => {
  const outcome = await createToken(member, input);
  if (!outcome.ok) return outcome;
  return done({ message: "Token made.", revalidate: "/settings/tokens", value: outcome.value.token });
});

export const revokeTokenForm = memberAction("token:manage", recordIdSchema, async (input, member) => {
  const outcome = await revokeToken(member, input.id);
  return outcome.ok ? done({ message: "Token revoked.", revalidate: "/settings/tokens" }) : outcome;
});

export const saveNoticeChoicesForm = memberAction("organization:read", noticeChoicesSchema, async (input, member) => {
  const outcome = await saveNoticeChoices(member, input);
  return outcome.ok ? done({ message: "Notices saved.", revalidate: "/settings/profile" }) : outcome;
});
