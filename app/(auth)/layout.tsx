import type { ReactNode } from "react";

/** Before the sign-in there is no frame: the name, one card, and what to do when it does not work. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-5 px-4 py-10">
      <p className="flex items-center gap-2.5 font-semibold text-lg">
        <span
          aria-hidden
          className="grid size-7 place-items-center rounded-md bg-accent font-bold text-on-accent text-sm"
        >
          S
        </span>
        Steward
      </p>
      {children}
    </main>
  );
}
