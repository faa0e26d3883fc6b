import { Tabs } from "@/components/ui/tabs";

const TABS = [
  { href: "/governance", label: "Actions" },
  { href: "/governance/issues", label: "Issues" },
  { href: "/governance/surveys", label: "Satisfaction" },
] as const;

export function GovernanceTabs({ current }: { current: (typeof TABS)[number]["href"] }) {
  return <Tabs tabs={TABS} current={current} label="Parts of governance" />;
}
