import { CardsPageSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return <CardsPageSkeleton />;
}
