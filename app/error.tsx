"use client";

import { Button, LinkButton } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="p-4 sm:p-7">
      <ErrorPanel
        title="This page could not be shown"
        action={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <LinkButton href="/">Go to Home</LinkButton>
          </>
        }
      >
        <p>
          Something failed on our side. What you saved before is safe, and text you were typing is kept in this browser.
        </p>
        {error.digest ? (
          <p className="text-sm">
            If it happens again, tell your administrator this reference:{" "}
            <code className="font-mono">{error.digest}</code>
          </p>
        ) : null}
      </ErrorPanel>
    </div>
  );
}
