import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "dangerSolid";
export type ButtonSize = "sm" | "md" | "icon";

export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; className?: string };

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent shadow-card hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink shadow-card hover:bg-sunken",
  quiet: "border-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-line-strong bg-surface text-bad shadow-card hover:border-bad hover:bg-bad-soft",
  dangerSolid: "border-bad bg-bad text-on-accent shadow-card hover:border-bad-strong hover:bg-bad-strong",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-7 gap-1.5 px-2.5 text-sm",
  md: "h-8 gap-2 px-3",
  icon: "size-8 justify-center",
};

export function buttonStyle({ variant = "secondary", size = "md", className }: ButtonLook): string {
  return clsx(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md border font-medium",
    "transition-colors aria-disabled:cursor-default aria-disabled:opacity-60 disabled:cursor-default disabled:opacity-60",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
