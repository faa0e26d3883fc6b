"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { useFormState } from "./form-context";

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, "type" | "pending"> & { children: ReactNode };

/** Sends the form around it. With `name` and `value` several of them can stand in one form. */
export function SubmitButton({ variant = "primary", name, value, icon, children, ...rest }: SubmitButtonProps) {
  const { pending, pressed } = useFormState();
  const isPressed = pending && (pressed === null || pressed === `${name ?? ""}=${value ?? ""}`);
  return (
    <Button
      type="submit"
      variant={variant}
      name={name}
      value={value}
      icon={icon}
      pending={isPressed}
      aria-disabled={pending || undefined}
      {...rest}
    >
      {children}
    </Button>
  );
}

/** The buttons at the end of a form: the primary one first, "Cancel" as a quiet link after it. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 border-line border-t pt-4">{children}</div>;
}
