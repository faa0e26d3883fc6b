import type { ReactNode } from "react";

export type NavigationItem = { href: string; label: string; icon: ReactNode; count?: number; tone?: "neutral" | "bad" };

export type NavigationGroup = { group?: string; items: readonly NavigationItem[] };

/** What the palette and the keyboard can run. `shortcut` is two letters such as `g e`. */
export type Command = { label: string; href: string; shortcut?: string; icon?: ReactNode };

export type Organization = {
  id: string;
  name: string;
  /** The person's other organizations. */
  others?: readonly { id: string; name: string }[];
  /** Receives `organizationId`. */
  switchAction?: (form: FormData) => Promise<void>;
};

export type Person = { id: string; name: string; email: string };

export type NotificationItem = { id: string; text: string; when: string; href: string; isUnread: boolean };

export type Notifications = {
  unread: number;
  items: readonly NotificationItem[];
  allHref: string;
  readAllAction?: (form: FormData) => Promise<void>;
};
