import {
  ChartNoAxesColumn,
  FileSearch,
  FileText,
  FlaskConical,
  Gauge,
  House,
  ListTree,
  MessagesSquare,
  Route,
  Scale,
  Settings,
  ShieldAlert,
  Shuffle,
  Stamp,
  Store,
} from "lucide-react";
import type { ComponentType } from "react";
import type { AreaKey } from "@/lib/workspace/areas";

const ICONS: Record<AreaKey, ComponentType<{ "aria-hidden"?: boolean }>> = {
  home: House,
  engagements: Route,
  processes: ListTree,
  approvals: Stamp,
  rfps: FileSearch,
  evaluations: Scale,
  vendors: Store,
  contracts: FileText,
  serviceLevels: Gauge,
  transitions: Shuffle,
  governance: MessagesSquare,
  portfolio: ChartNoAxesColumn,
  risks: ShieldAlert,
  simulators: FlaskConical,
  settings: Settings,
};

export function AreaIcon({ area }: { area: AreaKey }) {
  const Icon = ICONS[area];
  return <Icon aria-hidden />;
}
