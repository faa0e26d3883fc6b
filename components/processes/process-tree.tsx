"use client";

import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { notifyRefused } from "@/components/ui/notify";
import { Spinner } from "@/components/ui/spinner";
import { Badge } from "@/components/ui/status";
import { categoryLabels, type ProcessCategory } from "@/lib/processes/labels";
import type { Reader } from "@/lib/shared/format";
import { RecommendationStatus } from "./recommendation-status";

type Node = {
  id: string;
  code: string;
  name: string;
  category: string;
  fullTimeEquivalents: string | null;
  costPerYear: string | null;
  score: string | null;
  recommendation: string | null;
  state: string;
  hasChildren: boolean;
};
type Level = { nodes: Node[]; after: string | null };
/** Levels that are loaded, by the id above them; the top has the empty id. */
type Levels = Record<string, Level>;

type ProcessTreeProps = { levels: Levels; open: readonly string[]; currency: string; reader: Reader };

const INDENT = ["pl-4", "pl-9", "pl-14", "pl-19", "pl-24", "pl-29"];
type Line = { node: Node; depth: number } | { more: string; after: string; depth: number };

function linesOf(levels: Levels, open: ReadonlySet<string>, parent = "", depth = 0): Line[] {
  const level = levels[parent];
  if (!level) return [];
  const lines: Line[] = level.nodes.flatMap((node) => [
    { node, depth },
    ...(open.has(node.id) ? linesOf(levels, open, node.id, depth + 1) : []),
  ]);
  return level.after === null ? lines : [...lines, { more: parent, after: level.after, depth }];
}

async function loadLevel(parent: string, after: string | null): Promise<Level | null> {
  const query = new URLSearchParams({ ...(parent ? { parent } : {}), ...(after ? { after } : {}) });
  try {
    const answer = await fetch(`/processes/children?${query}`);
    return answer.ok ? ((await answer.json()) as Level) : null;
  } catch {
    return null; // Said to the person below: the branch stays closed.
  }
}

/** The tree, a level at a time: a branch is loaded when it is opened. What is open stands in the address. */
export function ProcessTree({ levels: first, open: opened, currency, reader }: ProcessTreeProps) {
  const [levels, setLevels] = useState<Levels>(first);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(opened));
  const [loading, setLoading] = useState<string | null>(null);

  function show(next: ReadonlySet<string>) {
    setOpen(next);
    const query = next.size > 0 ? `?open=${[...next].slice(0, 40).join(",")}` : "";
    window.history.replaceState(null, "", `${window.location.pathname}${query}`);
  }

  async function toggle(id: string) {
    if (open.has(id)) return show(new Set([...open].filter((each) => each !== id)));
    if (!levels[id] && !(await extend(id, null))) return;
    show(new Set([...open, id]));
  }

  async function extend(parent: string, after: string | null): Promise<boolean> {
    setLoading(parent);
    const level = await loadLevel(parent, after);
    setLoading(null);
    if (!level) {
      void notifyRefused("This could not be loaded. Try again in a moment.");
      return false;
    }
    setLevels((before) => {
      const nodes = after === null ? level.nodes : [...(before[parent]?.nodes ?? []), ...level.nodes];
      return { ...before, [parent]: { nodes, after: level.after } };
    });
    return true;
  }

  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Tree of processes"
      className="scroll-box -outline-offset-2 relative overflow-x-auto rounded-lg"
    >
      <table className="w-full text-sm">
        <caption className="sr-only">Processes and their activities</caption>
        <thead className="text-ink-2 text-xs">
          <tr className="border-line border-b [&>th]:whitespace-nowrap [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium">
            <th scope="col" className="pl-4! text-left">
              Process
            </th>
            <th scope="col" className="text-left">
              Code
            </th>
            <th scope="col" className="text-left">
              Category
            </th>
            <th scope="col" className="text-right">
              FTE
            </th>
            <th scope="col" className="text-right">
              Cost a year
            </th>
            <th scope="col" className="text-left">
              Suitability
            </th>
          </tr>
        </thead>
        <tbody>
          {linesOf(levels, open).map((line) =>
            "node" in line ? (
              <TreeLine
                key={line.node.id}
                node={line.node}
                depth={line.depth}
                isOpen={open.has(line.node.id)}
                isLoading={loading === line.node.id}
                onToggle={() => toggle(line.node.id)}
                currency={currency}
                reader={reader}
              />
            ) : (
              <tr key={`more-${line.more}`} className="border-line not-last:border-b">
                <td colSpan={6} className={clsx("py-2", INDENT[Math.min(line.depth, 5)])}>
                  <Button size="sm" pending={loading === line.more} onClick={() => extend(line.more, line.after)}>
                    Show more
                  </Button>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

type TreeLineProps = {
  node: Node;
  depth: number;
  isOpen: boolean;
  isLoading: boolean;
  onToggle: () => void;
  currency: string;
  reader: Reader;
};

function TreeLine({ node, depth, isOpen, isLoading, onToggle, currency, reader }: TreeLineProps) {
  return (
    <tr className="border-line not-last:border-b hover:bg-sunken [&>td]:px-3 [&>td]:py-2">
      <th scope="row" className={clsx("min-w-56 py-2 pr-3 text-left font-medium", INDENT[Math.min(depth, 5)])}>
        <span className="flex items-center gap-1">
          {node.hasChildren ? (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-label={`${isOpen ? "Close" : "Open"} ${node.name}`}
              onClick={onToggle}
              className="-ml-1.5 grid size-6 shrink-0 place-items-center rounded text-ink-2 hover:bg-line"
            >
              {isLoading ? (
                <Spinner />
              ) : (
                <ChevronRight aria-hidden className={clsx("transition-transform", isOpen && "rotate-90")} />
              )}
            </button>
          ) : (
            <span aria-hidden className="w-4.5 shrink-0" />
          )}
          <Link href={`/processes/${node.id}`} className="hover:text-accent">
            {node.name}
          </Link>
          {node.state === "retired" ? <Badge>Retired</Badge> : null}
        </span>
      </th>
      <td className="whitespace-nowrap">{node.code}</td>
      <td className="whitespace-nowrap">{categoryLabels[node.category as ProcessCategory]}</td>
      <td className="text-right">
        <DecimalText value={node.fullTimeEquivalents} reader={reader} />
      </td>
      <td className="text-right">
        <MoneyText amount={node.costPerYear} currency={currency} reader={reader} />
      </td>
      <td>
        <RecommendationStatus recommendation={node.recommendation} score={node.score} reader={reader} />
      </td>
    </tr>
  );
}
