import { Check, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatInstant, type Reader } from "@/lib/shared/format";
import { KNOWLEDGE_STEP, SIDE } from "@/lib/transitions/labels";
import type { KnowledgeRecord } from "@/lib/transitions/queries";
import { KNOWLEDGE_STEPS, type KnowledgeStep, type Side } from "@/lib/transitions/rules/knowledge";

type Props = {
  items: readonly KnowledgeRecord[];
  reader: Reader;
  /** Buttons for a step that can be signed by the reader's side now. */
  signing?: (item: KnowledgeRecord, step: KnowledgeStep) => ReactNode;
  end?: (item: KnowledgeRecord) => ReactNode;
  empty: ReactNode;
};

function Mark({
  item,
  step,
  side,
  reader,
}: {
  item: KnowledgeRecord;
  step: KnowledgeStep;
  side: Side;
  reader: Reader;
}) {
  const signature = item.knowledgeSignatures.find((each) => each.step === step && each.side === side);
  if (!signature) {
    return (
      <span className="flex items-center gap-1 text-ink-3 text-xs">
        <CircleDashed aria-hidden className="size-3.5!" />
        {SIDE[side]}
        <span className="sr-only"> has not signed</span>
      </span>
    );
  }
  return (
    <span
      className="flex items-center gap-1 text-good text-xs"
      title={`${signature.signedBy}, ${formatInstant(signature.signedAt, reader)}`}
    >
      <Check aria-hidden className="size-3.5!" />
      {SIDE[side]}
      <span className="sr-only"> signed by {signature.signedBy}</span>
    </span>
  );
}

/** Item by step: documented, taught, taught back, shadowed, done alone; each signed by both sides. */
export function KnowledgeMatrix({ items, reader, signing, end, empty }: Props) {
  return (
    <DataTable
      caption="Knowledge items by step"
      rows={items}
      rowKey={(item) => item.id}
      empty={<EmptyState title="No knowledge item yet">{empty}</EmptyState>}
      columns={[
        {
          key: "name",
          header: "What has to be known",
          cell: (item) => (
            <>
              {item.name}
              {item.process ? <span className="block font-normal text-ink-3 text-xs">{item.process.code}</span> : null}
            </>
          ),
        },
        ...KNOWLEDGE_STEPS.map((step) => ({
          key: step,
          header: KNOWLEDGE_STEP[step],
          cell: (item: KnowledgeRecord) => (
            <div className="grid gap-1">
              <Mark item={item} step={step} side="client" reader={reader} />
              <Mark item={item} step={step} side="vendor" reader={reader} />
              {signing?.(item, step)}
            </div>
          ),
        })),
        ...(end
          ? [{ key: "end", header: <span className="sr-only">Actions</span>, align: "right" as const, cell: end }]
          : []),
      ]}
    />
  );
}
