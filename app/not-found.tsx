import { SearchX } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <Card className="w-full max-w-xl">
        <h1 className="sr-only">Not found</h1>
        <EmptyState
          icon={<SearchX aria-hidden />}
          title="There is nothing at this address"
          action={
            <LinkButton variant="primary" href="/">
              Go to Home
            </LinkButton>
          }
        >
          It may have been removed, or you may not have the right to see it. Check the link, or find the record by name.
        </EmptyState>
      </Card>
    </main>
  );
}
