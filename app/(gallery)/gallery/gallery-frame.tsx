import {
  Building2,
  ChartColumn,
  FileSearch,
  FileText,
  FlaskConical,
  Gauge,
  House,
  ListTree,
  MessagesSquare,
  ReceiptText,
  Route,
  Scale,
  Settings,
  ShieldAlert,
  Shuffle,
} from "lucide-react";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/shell/app-frame";
import type { NavigationGroup } from "@/components/shell/types";
import { setTheme } from "@/lib/access/theme-action";

const NAVIGATION: NavigationGroup[] = [
  {
    items: [
      { href: "/", label: "Home", icon: <House aria-hidden /> },
      { href: "/gallery", label: "Engagements", icon: <Route aria-hidden />, count: 15 },
      { href: "/processes", label: "Processes", icon: <ListTree aria-hidden />, count: 41 },
    ],
  },
  {
    group: "Sourcing",
    items: [
      { href: "/sourcing", label: "RFPs", icon: <FileSearch aria-hidden />, count: 4 },
      { href: "/evaluations", label: "Evaluations", icon: <Scale aria-hidden />, count: 2 },
      { href: "/vendors", label: "Vendors", icon: <Building2 aria-hidden />, count: 25 },
    ],
  },
  {
    group: "Delivery",
    items: [
      { href: "/contracts", label: "Contracts", icon: <FileText aria-hidden />, count: 12 },
      { href: "/service-levels", label: "Service levels", icon: <Gauge aria-hidden />, count: 3, tone: "bad" },
      { href: "/transitions", label: "Transitions", icon: <Shuffle aria-hidden />, count: 2 },
      { href: "/governance", label: "Governance", icon: <MessagesSquare aria-hidden />, count: 6 },
      { href: "/invoices", label: "Invoices", icon: <ReceiptText aria-hidden />, count: 5 },
    ],
  },
  {
    group: "Oversight",
    items: [
      { href: "/portfolio", label: "Portfolio", icon: <ChartColumn aria-hidden /> },
      { href: "/risks", label: "Risks", icon: <ShieldAlert aria-hidden />, count: 9 },
      { href: "/simulators", label: "Simulators", icon: <FlaskConical aria-hidden /> },
      { href: "/settings", label: "Settings", icon: <Settings aria-hidden /> },
    ],
  },
];

export function GalleryFrame({ children }: { children: ReactNode }) {
  return (
    <AppFrame
      navigation={NAVIGATION}
      organization={{
        id: "1",
        name: "Steward & Sons",
        others: [{ id: "2", name: "Harbour Mills" }],
        switchAction: setTheme,
      }}
      person={{ id: "1", name: "Mira Castell", email: "mira@example.test" }}
      signOutAction={setTheme}
      accountHref="/account"
      commands={NAVIGATION.flatMap((group) => group.items).map((item) => ({
        label: item.label,
        href: item.href,
        icon: item.icon,
        shortcut: `g ${item.label.charAt(0).toLowerCase()}`,
      }))}
      notifications={{
        unread: 2,
        allHref: "/notifications",
        items: [
          { id: "1", text: "October was reported for CTR-0012", when: "4 Nov 09:12", href: "/gallery", isUnread: true },
          {
            id: "2",
            text: "Your approval is asked for: award of lot 1",
            when: "3 Nov 16:40",
            href: "/gallery",
            isUnread: true,
          },
          { id: "3", text: "INV-2291 was received", when: "2 Nov 08:00", href: "/gallery", isUnread: false },
        ],
      }}
    >
      {children}
    </AppFrame>
  );
}
