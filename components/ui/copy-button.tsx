"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

type CopyButtonProps = { text: string; label?: string };

/** Copies a code, a link, a token that is shown only once. */
export function CopyButton({ text, label = "Copy" }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      // The browser forbids it on an unsafe address: then it has to be done by hand.
      setState("refused");
    }
    setTimeout(() => setState("idle"), 2000);
  }

  return (
    <Button size="sm" onClick={copy} icon={state === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}>
      <span aria-live="polite">{{ idle: label, copied: "Copied", refused: "Select the text and copy it" }[state]}</span>
    </Button>
  );
}
