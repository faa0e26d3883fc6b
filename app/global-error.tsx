"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for the whole page when even the frame has failed, so it may not need anything of it. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en" data-theme="system">
      <body className="min-h-dvh bg-canvas p-4 font-sans text-ink sm:p-7">
        <title>Steward is not available</title>
        <ErrorPanel
          title="Steward is not available right now"
          action={
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          }
        >
          <p>The server could not build this page. Wait a minute and try again. What you saved before is safe.</p>
          {error.digest ? (
            <p className="text-sm">
              Reference for your administrator: <code className="font-mono">{error.digest}</code>
            </p>
          ) : null}
        </ErrorPanel>
      </body>
    </html>
  );
}
