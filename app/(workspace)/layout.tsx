import type { ReactNode } from "react";
import { AppFrame } from "@/components/shell/app-frame";
import type { Command, NavigationGroup } from "@/components/shell/types";
import { AreaIcon } from "@/components/workspace/area-icon";
import { signOut, switchPlace } from "@/lib/access/actions";
import { may } from "@/lib/access/actor";
import { listPlaces } from "@/lib/access/places";
import { type MemberSession, requireMember } from "@/lib/access/session";
import { markAllRead } from "@/lib/notifications/actions";
import { readBell } from "@/lib/notifications/queries";
import { type Area, areas } from "@/lib/workspace/areas";
import { countAreas } from "@/lib/workspace/counts";

type Counts = Awaited<ReturnType<typeof countAreas>>;

function groupAreas(visible: readonly Area[], counts: Counts): NavigationGroup[] {
  const names = [...new Set(visible.map((area) => area.group))];
  return names.map((name) => ({
    ...(name ? { group: name } : {}),
    items: visible
      .filter((area) => area.group === name)
      .map((area) => {
        const count = counts[area.key] ?? 0;
        const isAlarm = area.key === "serviceLevels" && count > 0;
        return {
          href: area.href,
          label: area.label,
          icon: <AreaIcon area={area.key} />,
          ...(count > 0 ? { count } : {}),
          ...(isAlarm ? { tone: "bad" as const } : {}),
        };
      }),
  }));
}

function commandsOf(member: MemberSession, visible: readonly Area[]): Command[] {
  const go = visible.map((area) => ({
    label: `Go to ${area.label}`,
    href: area.href,
    icon: <AreaIcon area={area.key} />,
    ...(area.shortcut ? { shortcut: area.shortcut } : {}),
  }));
  const make = [
    {
      label: "New engagement",
      href: "/engagements/new",
      right: "engagement:create" as const,
      icon: <AreaIcon area="engagements" />,
    },
    {
      label: "New process",
      href: "/processes/new",
      right: "process:create" as const,
      icon: <AreaIcon area="processes" />,
    },
    { label: "New vendor", href: "/vendors/new", right: "vendor:write" as const, icon: <AreaIcon area="vendors" /> },
    { label: "New risk", href: "/risks/new", right: "risk:write" as const, icon: <AreaIcon area="risks" /> },
  ];
  const allowed = make.filter((command) => may(member, command.right));
  return [...go, ...allowed.map(({ right: _, ...command }) => command)];
}

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const visible = areas.filter((area) => area.right === null || may(member, area.right));
  const [counts, places, bell] = await Promise.all([
    countAreas(member.organizationId, member.roles),
    listPlaces(member.personId),
    readBell(member),
  ]);
  const others = places.filter((place) => place.kind === "vendor" || place.organizationId !== member.organizationId);
  return (
    <AppFrame
      navigation={groupAreas(visible, counts)}
      organization={{
        id: member.organizationId,
        name: member.organization.name,
        others: others.map((place) => ({ id: place.id, name: place.vendorName ?? place.organizationName })),
        switchAction: switchPlace,
      }}
      person={{ id: member.personId, name: member.name, email: member.email }}
      signOutAction={signOut}
      accountHref="/settings/profile"
      commands={commandsOf(member, visible)}
      notifications={{ ...bell, allHref: "/notifications", readAllAction: markAllRead }}
    >
      {children}
    </AppFrame>
  );
}
