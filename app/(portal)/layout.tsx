import { FileSearch, FileSignature, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { PortalFrame } from "@/components/shell/portal-frame";
import { signOut } from "@/lib/access/actions";
import { requireVendor } from "@/lib/access/session";
import { markAllRead } from "@/lib/notifications/actions";
import { readBell } from "@/lib/notifications/queries";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const contact = await requireVendor();
  const bell = await readBell(contact);
  return (
    <PortalFrame
      client={contact.organization.name}
      company={contact.vendor.name}
      person={{ id: contact.personId, name: contact.name, email: contact.email }}
      navigation={[
        { href: "/portal", label: "Invitations", icon: <FileSearch aria-hidden /> },
        { href: "/portal/contracts", label: "Contracts", icon: <FileSignature aria-hidden /> },
        { href: "/portal/account", label: "Account", icon: <UserRound aria-hidden /> },
      ]}
      signOutAction={signOut}
      notifications={{ ...bell, allHref: "/portal/notifications", readAllAction: markAllRead }}
    >
      {children}
    </PortalFrame>
  );
}
