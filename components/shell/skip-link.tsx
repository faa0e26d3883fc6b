export const MAIN_ID = "main";

export function SkipLink() {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="-top-20 fixed left-4 z-50 rounded-md border border-line-strong bg-raised px-3 py-2 font-medium shadow-float focus:top-3"
    >
      Skip to content
    </a>
  );
}
