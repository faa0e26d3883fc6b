import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoticeChoices } from "@/components/settings/notice-choices";
import { OtherPlaces } from "@/components/settings/other-places";
import { PasswordForm } from "@/components/settings/password-form";
import { ProfileForm } from "@/components/settings/profile-form";
import { SessionList } from "@/components/settings/session-list";
import { ThemeCard } from "@/components/settings/theme-card";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { listNoticeChoices } from "@/lib/access/notice-choices";
import { listPlaces } from "@/lib/access/places";
import {
  changeContactPasswordForm,
  endContactSessionForm,
  endOtherContactSessionsForm,
  saveContactNoticeChoicesForm,
  updateContactProfileForm,
} from "@/lib/access/portal-actions";
import { findProfile, listSessions } from "@/lib/access/profile";
import { requireVendor } from "@/lib/access/session";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const contact = await requireVendor();
  const [profile, sessions, choices, places] = await Promise.all([
    findProfile(contact),
    listSessions(contact),
    listNoticeChoices(contact),
    listPlaces(contact.personId),
  ]);
  if (!profile) notFound();
  const others = places.filter((place) => place.id !== contact.contactId);
  return (
    <Page>
      <PageHeader title="Account" />
      <RecordLayout
        side={
          <>
            <ThemeCard />
            {others.length > 0 ? <OtherPlaces places={others} /> : null}
          </>
        }
      >
        <ProfileForm
          action={updateContactProfileForm}
          profile={profile}
          organizationZone={contact.organization.timeZone}
        />
        <NoticeChoices action={saveContactNoticeChoicesForm} choices={choices} />
        <PasswordForm action={changeContactPasswordForm} email={profile.email} />
        <SessionList
          endOne={endContactSessionForm}
          endOthers={endOtherContactSessionsForm}
          sessions={sessions}
          currentId={contact.sessionId}
          reader={contact}
        />
      </RecordLayout>
    </Page>
  );
}
