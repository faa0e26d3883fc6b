"use client";

import { Download, Search, X } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { LinkButton } from "./button";
import { CONTROL } from "./control-style";
import { type Option, Select } from "./select";
import { Spinner } from "./spinner";

export type ListFilter = { name: string; label: string; options: readonly Option[]; value?: string };

type ListToolbarProps = {
  search?: { name?: string; value?: string; placeholder: string };
  filters?: readonly ListFilter[];
  /** Parameters of the address to carry along, such as the sort order. */
  keep?: Record<string, string>;
  exports?: readonly { href: string; label: string }[];
  children?: ReactNode;
};

const WAIT_MS = 350;

/** Search and filters as a GET form: the address holds them, so a list can be sent to a colleague. Works without script. */
export function ListToolbar({ search, filters = [], keep = {}, exports = [], children }: ListToolbarProps) {
  const router = useRouter();
  const pathname = usePathname();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [pending, startTransition] = useTransition();
  const isFiltered = Boolean(search?.value) || filters.some((filter) => filter.value);

  useEffect(() => () => clearTimeout(timer.current), []);

  function apply(event?: FormEvent) {
    event?.preventDefault();
    clearTimeout(timer.current);
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === "string" && value !== "") query.append(name, value);
    }
    const text = query.toString();
    startTransition(() => router.replace(text ? `${pathname}?${text}` : pathname, { scroll: false }));
  }

  function applySoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(apply, WAIT_MS);
  }

  return (
    <search className="print-hidden">
      <form
        ref={form}
        method="get"
        action={pathname}
        onSubmit={apply}
        aria-label="Search and filter"
        className="flex flex-wrap items-center gap-2"
      >
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {search ? (
          <span className="relative min-w-52 max-w-80 flex-1">
            <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-ink-3" />
            <input
              type="search"
              name={search.name ?? "q"}
              defaultValue={search.value}
              placeholder={search.placeholder}
              aria-label={search.placeholder}
              onChange={applySoon}
              className={`${CONTROL} h-8 pl-8!`}
            />
          </span>
        ) : null}
        {filters.map((filter) => (
          <Select
            key={`${filter.name}=${filter.value ?? ""}`}
            name={filter.name}
            aria-label={filter.label}
            defaultValue={filter.value ?? ""}
            placeholder={filter.label}
            options={filter.options}
            onChange={() => apply()}
            className="max-w-56"
          />
        ))}
        <noscript>
          <button type="submit">Apply</button>
        </noscript>
        {isFiltered ? (
          <LinkButton variant="quiet" href={pathname} icon={<X aria-hidden />}>
            Clear
          </LinkButton>
        ) : null}
        <span role="status" className="text-ink-3 text-sm">
          {pending ? (
            <>
              <Spinner />
              <span className="sr-only">Loading</span>
            </>
          ) : null}
        </span>
        <span className="ml-auto flex flex-wrap gap-2">
          {children}
          {exports.map((file) => (
            <a
              key={file.href}
              href={file.href}
              download
              className="inline-flex h-8 items-center gap-2 rounded-md px-2.5 font-medium text-ink-2 hover:bg-sunken hover:text-ink"
            >
              <Download aria-hidden />
              {file.label}
            </a>
          ))}
        </span>
      </form>
    </search>
  );
}
