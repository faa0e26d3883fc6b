import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { readTheme, THEME_COOKIE } from "@/lib/access/theme";
import { NavLink } from "./nav-link";
import { NotificationBell } from "./notification-bell";
import { MAIN_ID, SkipLink } from "./skip-link";
import type { NavigationItem, Notifications, Person } from "./types";
import { UserMenu } from "./user-menu";

type PortalFrameProps = {
  /** The company whose portal this is. */
  client: string;
  /** The company the person works for. */
  company: string;
  person: Person;
  navigation: readonly NavigationItem[];
  signOutAction: (form: FormData) => Promise<void>;
  notifications?: Notifications;
  children: ReactNode;
};

/** The frame for outsiders: one row at the top, nothing of the inside. */
export async function PortalFrame({
  client,
  company,
  person,
  navigation,
  signOutAction,
  notifications,
  children,
}: PortalFrameProps) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const hrefs = navigation.map((item) => item.href);
  return (
    <div data-draft-owner={person.id}>
      <SkipLink />
      <header className="print-hidden border-line border-b bg-sunken">
        <div className="mx-auto flex max-w-[1200px] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-7">
          <div className="flex min-w-0 items-center gap-2.5">
            <Avatar name={client} square accent />
            <span className="min-w-0 leading-tight">
              <span className="block truncate font-semibold">{client}</span>
              <span className="block truncate text-ink-2 text-xs">Portal for {company}</span>
            </span>
          </div>
          <nav
            aria-label="Main"
            className="scroll-box order-last w-full relative overflow-x-auto md:order-none md:w-auto md:flex-1"
          >
            <ul className="flex gap-1 py-1">
              {navigation.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} hrefs={hrefs} layout="top" />
                </li>
              ))}
            </ul>
          </nav>
          <div className="ml-auto flex items-center gap-1">
            {notifications ? <NotificationBell notifications={notifications} side="end" /> : null}
            <UserMenu person={person} theme={theme} signOutAction={signOutAction} withShortcuts={false} side="end" />
          </div>
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto max-w-[1200px] outline-none!">
        {children}
      </main>
    </div>
  );
}
