import { TablePageSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return <TablePageSkeleton />;
}
