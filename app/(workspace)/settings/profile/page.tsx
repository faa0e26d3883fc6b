import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoticeChoices } from "@/components/settings/notice-choices";
import { OwnTokens } from "@/components/settings/own-tokens";
import { PasswordForm } from "@/components/settings/password-form";
import { ProfileForm } from "@/components/settings/profile-form";
import { SessionList } from "@/components/settings/session-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { ThemeCard } from "@/components/settings/theme-card";
import { RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { listNoticeChoices } from "@/lib/access/notice-choices";
import { findProfile, listOwnTokens, listSessions } from "@/lib/access/profile";
import { requireMember } from "@/lib/access/session";

import {
  changePasswordForm,
  endOtherSessionsForm,
  endSessionForm,
  saveNoticeChoicesForm,
  updateProfileForm,
} from "@/lib/access/settings-actions";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const member = await requireMember();
  const [profile, sessions, choices, tokens] = await Promise.all([
    findProfile(member),
    listSessions(member),
    listNoticeChoices(member),
    may(member, "token:manage") ? listOwnTokens(member) : null,
  ]);
  if (!profile) notFound();
  return (
    <SettingsPage member={member} current="/settings/profile">
      <RecordLayout side={<ThemeCard />}>
        <ProfileForm action={updateProfileForm} profile={profile} organizationZone={member.organization.timeZone} />
        <NoticeChoices action={saveNoticeChoicesForm} choices={choices} />
        <PasswordForm action={changePasswordForm} email={profile.email} />
        <SessionList
          endOne={endSessionForm}
          endOthers={endOtherSessionsForm}
          sessions={sessions}
          currentId={member.sessionId}
          reader={member}
        />
        {tokens ? <OwnTokens tokens={tokens} reader={member} /> : null}
      </RecordLayout>
    </SettingsPage>
  );
}
