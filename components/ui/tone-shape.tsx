import type { ReactNode } from "react";
import type { Tone } from "./tone";

const SHAPES: Record<Tone, ReactNode> = {
  good: <path d="M4 12.5 9.5 18 20 6.5" />,
  warn: <path d="M12 3.5 22 20.5H2ZM12 10v4.5m0 3v.01" />,
  bad: (
    <>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 7v5.5m0 3.5v.01" />
    </>
  ),
  neutral: <circle cx="12" cy="12" r="9.5" strokeDasharray="4 3.46" />,
  accent: (
    <>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 6.5V12l3.5 2" />
    </>
  ),
};

/**
 * The icons of the five tones, drawn on the server. They stand in every row of every list: the icon library's own are
 * client components, and each of them would be sent twice.
 */
export function ToneShape({ tone, className = "" }: { tone: Tone; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`lucide ${className}`}
    >
      {SHAPES[tone]}
    </svg>
  );
}
