export const CONTROL =
  "block w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink shadow-card " +
  "hover:border-line-control focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-0 " +
  "aria-invalid:border-bad read-only:not-[select]:bg-sunken disabled:bg-sunken disabled:text-ink-3";
