import { ChevronsUpDown } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Menu } from "@/components/ui/menu";
import { MenuAction, MenuLabel } from "@/components/ui/menu-items";
import type { Organization } from "./types";

/** Where the person is; with several organizations also the way to the others. */
export function OrganizationMenu({ organization }: { organization: Organization }) {
  const { others = [], switchAction } = organization;
  const name = (
    <>
      <Avatar name={organization.name} square accent />
      <span className="min-w-0 truncate font-semibold">{organization.name}</span>
    </>
  );
  if (!switchAction || others.length === 0) {
    return <div className="flex h-9 min-w-0 items-center gap-2 px-2.5">{name}</div>;
  }
  return (
    <Menu
      label="Organizations"
      triggerClassName="flex h-9 min-w-0 max-w-full items-center gap-2 rounded-md px-2.5 hover:bg-line/60"
      trigger={
        <>
          <span className="sr-only">Organization: </span>
          {name}
          <ChevronsUpDown aria-hidden />
        </>
      }
    >
      <MenuLabel>Organizations</MenuLabel>
      {[{ id: organization.id, name: organization.name }, ...others].map((each) => (
        <MenuAction
          key={each.id}
          action={switchAction}
          fields={{ organizationId: each.id }}
          icon={<Avatar name={each.name} square />}
          checked={each.id === organization.id}
        >
          {each.name}
        </MenuAction>
      ))}
    </Menu>
  );
}
