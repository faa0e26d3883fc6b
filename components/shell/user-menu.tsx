import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Menu } from "@/components/ui/menu";
import { MenuAction, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu-items";
import type { Theme } from "@/lib/access/theme";
import { setTheme } from "@/lib/access/theme-action";
import { ShortcutsMenuItem } from "./shortcuts-menu-item";
import type { Person } from "./types";

type UserMenuProps = {
  person: Person;
  theme: Theme;
  signOutAction: (form: FormData) => Promise<void>;
  accountHref?: string;
  withShortcuts?: boolean;
  side?: "top" | "end";
};

const THEMES = [
  { theme: "light", label: "Light", icon: <Sun aria-hidden /> },
  { theme: "dark", label: "Dark", icon: <Moon aria-hidden /> },
  { theme: "system", label: "As the system", icon: <Monitor aria-hidden /> },
] as const;

export function UserMenu({
  person,
  theme,
  signOutAction,
  accountHref,
  withShortcuts = true,
  side = "top",
}: UserMenuProps) {
  return (
    <Menu
      label="Account"
      side={side}
      triggerClassName="flex h-9 min-w-0 items-center gap-2 rounded-md px-2 hover:bg-line/60"
      trigger={
        <>
          <span className="sr-only">Account: </span>
          <Avatar name={person.name} />
          <span className="min-w-0 truncate">{person.name}</span>
        </>
      }
    >
      <MenuLabel>{person.email}</MenuLabel>
      {accountHref ? (
        <MenuLink href={accountHref} icon={<UserRound aria-hidden />}>
          Account and security
        </MenuLink>
      ) : null}
      {withShortcuts ? <ShortcutsMenuItem /> : null}
      <MenuSeparator />
      <MenuLabel>Theme</MenuLabel>
      {THEMES.map((each) => (
        <MenuAction
          key={each.theme}
          action={setTheme}
          fields={{ theme: each.theme }}
          icon={each.icon}
          checked={each.theme === theme}
        >
          {each.label}
        </MenuAction>
      ))}
      <MenuSeparator />
      <MenuAction action={signOutAction} icon={<LogOut aria-hidden />}>
        Sign out
      </MenuAction>
    </Menu>
  );
}
