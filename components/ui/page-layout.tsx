import type { ReactNode } from "react";

/** The one rhythm of a page: header, tabs, cards. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="mx-auto grid w-full max-w-[1600px] gap-5 px-4 py-4 sm:px-7 [&>*]:min-w-0">{children}</div>;
}

/** Cards under each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="grid min-w-0 content-start gap-4 [&>*]:min-w-0">{children}</div>;
}

/** The story at the left, key facts at the right; on a phone they follow below. */
export function RecordLayout({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_18.5rem]">
      <Stack>{children}</Stack>
      <aside aria-label="Key facts" className="min-w-0">
        <Stack>{side}</Stack>
      </aside>
    </div>
  );
}

/** A narrow column for forms and texts. */
export function FormLayout({ children }: { children: ReactNode }) {
  return <div className="grid w-full max-w-2xl gap-4">{children}</div>;
}

/** Tiles of equal width, as many as fit. */
export function TileGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-4">{children}</div>;
}
