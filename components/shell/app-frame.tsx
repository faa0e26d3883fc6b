import { Menu as MenuIcon } from "lucide-react";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readTheme, THEME_COOKIE } from "@/lib/access/theme";
import { CommandCenter } from "./command-center";
import { FindButton } from "./find-button";
import { NAVIGATION_ID } from "./navigation-id";
import { NotificationBell } from "./notification-bell";
import { OrganizationMenu } from "./organization-menu";
import { SideNavigation } from "./side-navigation";
import { MAIN_ID, SkipLink } from "./skip-link";
import type { Command, NavigationGroup, Notifications, Organization, Person } from "./types";
import { UserMenu } from "./user-menu";

type AppFrameProps = {
  navigation: readonly NavigationGroup[];
  organization: Organization;
  person: Person;
  signOutAction: (form: FormData) => Promise<void>;
  accountHref?: string;
  commands?: readonly Command[];
  searchUrl?: string;
  notifications?: Notifications;
  children: ReactNode;
};

/** The frame of every page of a member: navigation at the side, folded away on a phone. */
export async function AppFrame(props: AppFrameProps) {
  const {
    navigation,
    organization,
    person,
    signOutAction,
    accountHref,
    commands = [],
    searchUrl = "/api/palette",
    notifications,
    children,
  } = props;
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className="lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)] print:block" data-draft-owner={person.id}>
      <SkipLink />
      <header className="print-hidden sticky top-0 z-20 flex h-12 items-center gap-1 border-line border-b bg-sunken px-2 lg:hidden">
        <button
          type="button"
          popoverTarget={NAVIGATION_ID}
          aria-label="Navigation"
          className="grid size-9 place-items-center rounded-md text-ink-2 hover:bg-line/60"
        >
          <MenuIcon aria-hidden />
        </button>
        <span className="min-w-0 flex-1 truncate font-semibold">{organization.name}</span>
        <FindButton compact />
        {notifications ? <NotificationBell notifications={notifications} side="end" /> : null}
      </header>
      {/* A popover on a phone, a column on a wide screen: one navigation, no script to fold it. */}
      <aside aria-label="Navigation and account" className="print-hidden lg:border-line lg:border-r lg:bg-sunken">
        <div
          id={NAVIGATION_ID}
          popover="auto"
          className="m-0 h-dvh max-h-none w-72 flex-col gap-3 overflow-y-auto border-0 border-line border-r bg-sunken p-2.5 text-ink open:flex lg:sticky lg:top-0 lg:flex lg:w-full lg:border-r-0"
        >
          <div className="flex items-center pt-1">
            <OrganizationMenu organization={organization} />
          </div>
          <FindButton />
          <div className="flex-1">
            <SideNavigation navigation={navigation} />
          </div>
          <div className="sticky bottom-0 -mx-2.5 -mb-2.5 flex items-center justify-between gap-1 border-line border-t bg-sunken px-2.5 py-1.5">
            <UserMenu person={person} theme={theme} signOutAction={signOutAction} accountHref={accountHref} />
            {notifications ? (
              <span className="max-lg:hidden">
                <NotificationBell notifications={notifications} />
              </span>
            ) : null}
          </div>
        </div>
      </aside>
      <main id={MAIN_ID} tabIndex={-1} className="min-w-0 outline-none!">
        {children}
      </main>
      <CommandCenter commands={commands} searchUrl={searchUrl} />
    </div>
  );
}
