import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in running text or a table cell: underlined, so that it does not depend on colour. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={clsx(
        "underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-accent",
        className,
      )}
      {...rest}
    />
  );
}

/** The quiet link at the right of a card's header. */
export function QuietLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={clsx("rounded py-1 text-ink-2 hover:text-ink hover:underline", className)} {...rest} />;
}
