"use client";

import dynamic from "next/dynamic";
import type { Theme } from "@/lib/access/theme";

// Loaded after the page: nobody needs a toast before they have done something.
const Sonner = dynamic(() => import("sonner").then((module) => module.Toaster), { ssr: false });

export function Toaster({ theme }: { theme: Theme }) {
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-start gap-2.5 rounded-lg border border-line-strong bg-raised p-3 font-sans pr-8 text-base text-ink shadow-float",
          title: "font-medium",
          description: "text-ink-2 text-sm",
          icon: "mt-0.5",
          success: "[&_[data-icon]]:text-good",
          error: "[&_[data-icon]]:text-bad",
          closeButton: "absolute top-2 right-2 grid size-6 place-items-center rounded text-ink-2 hover:bg-sunken",
        },
      }}
      closeButton
    />
  );
}
