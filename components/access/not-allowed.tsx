import { Lock } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

export function NotAllowed() {
  return (
    <Card className="mx-auto w-full max-w-xl">
      <h1 className="sr-only">Not allowed</h1>
      <EmptyState
        icon={<Lock aria-hidden />}
        title="Your roles do not allow this page"
        action={
          <LinkButton variant="primary" href="/">
            Go to Home
          </LinkButton>
        }
      >
        Ask an administrator of your organization if you need it. Settings → Rights shows which role may do what.
      </EmptyState>
    </Card>
  );
}
