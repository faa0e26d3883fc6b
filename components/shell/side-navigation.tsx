import { useId } from "react";
import { NavLink } from "./nav-link";
import type { NavigationGroup } from "./types";

export function SideNavigation({ navigation }: { navigation: readonly NavigationGroup[] }) {
  const id = useId();
  const hrefs = navigation.flatMap((group) => group.items.map((item) => item.href));
  return (
    <nav aria-label="Main" className="grid gap-3">
      {navigation.map((group, index) => (
        <div key={group.group ?? index}>
          {group.group ? (
            <p id={`${id}-${index}`} className="px-2.5 pt-1 pb-1.5 text-ink-2 text-xs">
              {group.group}
            </p>
          ) : null}
          <ul aria-labelledby={group.group ? `${id}-${index}` : undefined}>
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} hrefs={hrefs} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
