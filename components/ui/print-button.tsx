"use client";

import { Printer } from "lucide-react";
import { Button } from "./button";

/** Opens the browser's print dialogue, from which a page also becomes a PDF. */
export function PrintButton({ label = "Print" }: { label?: string }) {
  return (
    <Button type="button" icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
