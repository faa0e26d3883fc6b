import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonStyle } from "./button-style";
import { Spinner } from "./spinner";

type ButtonProps = Omit<ComponentProps<"button">, "className"> & ButtonLook & { icon?: ReactNode; pending?: boolean };

/** A plain button. In a form that calls an action use `SubmitButton`. A button without text needs `aria-label`. */
export function Button({
  variant,
  size,
  className,
  icon,
  pending = false,
  type = "button",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonStyle({ variant, size, className })}
      {...rest}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

type LinkButtonProps = Omit<ComponentProps<typeof Link>, "className"> & ButtonLook & { icon?: ReactNode };

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton({ variant, size, className, icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={buttonStyle({ variant, size, className })} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
