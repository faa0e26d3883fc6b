import { Tabs } from "@/components/ui/tabs";

/** The views of the inventory; `current` is the address of the one that shows. */
export function ProcessTabs({ current }: { current: string }) {
  return (
    <Tabs
      label="Views of the inventory"
      current={current}
      tabs={[
        { href: "/processes", label: "List" },
        { href: "/processes/tree", label: "Tree" },
        { href: "/processes/assessments", label: "Assessments" },
        { href: "/processes/compare", label: "Compare" },
      ]}
    />
  );
}
