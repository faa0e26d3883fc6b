import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

const ITEM =
  "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-left hover:bg-sunken focus-visible:bg-sunken -outline-offset-2";

export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Link role="menuitem" href={href} className={clsx(ITEM, "text-ink [&_svg]:text-ink-2")}>
      {icon}
      {children}
    </Link>
  );
}

type MenuActionProps = {
  /** A server action that answers nothing. What can be refused belongs into an `ActionButton`. */
  action: (form: FormData) => void | Promise<void>;
  fields?: Record<string, string>;
  icon?: ReactNode;
  /** Given: one of several choices, ticked where it holds. */
  checked?: boolean;
  children: ReactNode;
};

export function MenuAction({ action, fields = {}, icon, checked, children }: MenuActionProps) {
  return (
    <form role="none" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        {...(checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked })}
        className={clsx(ITEM, "[&_svg]:text-ink-2")}
      >
        {icon}
        <span className="min-w-0 flex-1 truncate">{children}</span>
        {checked ? <Check aria-hidden /> : null}
      </button>
    </form>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <div role="presentation" className="px-2.5 pt-2 pb-1 text-ink-3 text-xs">
      {children}
    </div>
  );
}

export function MenuSeparator() {
  return <hr className="my-1 border-line" />;
}
