import clsx from "clsx";
import { Bell } from "lucide-react";
import Link from "next/link";
import { Popover } from "@/components/ui/popover";
import type { Notifications } from "./types";

export function NotificationBell({
  notifications,
  side = "top",
}: {
  notifications: Notifications;
  side?: "top" | "end";
}) {
  const { unread, items, allHref, readAllAction } = notifications;
  return (
    <Popover
      label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
      side={side}
      triggerClassName="relative grid size-9 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-line/60 hover:text-ink"
      trigger={
        <>
          <Bell aria-hidden />
          {unread > 0 ? (
            <span
              aria-hidden
              className="tabular absolute top-0.5 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.625rem] text-on-accent"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          ) : null}
        </>
      }
      className="w-88"
    >
      <div className="flex items-center justify-between border-line border-b px-3 py-2">
        <p className="font-semibold">Notifications</p>
        {readAllAction && unread > 0 ? (
          <form action={readAllAction}>
            <button type="submit" className="min-h-6 rounded text-ink-2 text-sm hover:text-ink hover:underline">
              Mark all as read
            </button>
          </form>
        ) : null}
      </div>
      {items.length === 0 ? (
        <p className="px-3 py-6 text-center text-ink-2">Nothing new. What needs you will show here.</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.id} className="border-line border-b">
              <Link href={item.href} className="-outline-offset-2 flex gap-2.5 px-3 py-2.5 hover:bg-sunken">
                <span
                  aria-hidden
                  className={clsx(
                    "mt-1.5 size-2 shrink-0 rounded-full",
                    item.isUnread ? "bg-accent" : "bg-transparent",
                  )}
                />
                <span className="min-w-0">
                  {item.isUnread ? <span className="sr-only">Unread: </span> : null}
                  <span className={clsx(item.isUnread && "font-medium")}>{item.text}</span>
                  <span className="block text-ink-3 text-xs">{item.when}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Link
        href={allHref}
        className="-outline-offset-2 block px-3 py-2 text-ink-2 text-sm hover:bg-sunken hover:text-ink"
      >
        All notifications
      </Link>
    </Popover>
  );
}
