import type { Metadata } from "next";
import { DraftPage, type DraftParams, readDraft } from "@/components/agreements/draft-page";
import { PointsTableForm } from "@/components/service-levels/points-table-form";
import { amendPoints } from "@/lib/agreements/draft-actions";
import { readTextTerm } from "@/lib/agreements/rules/terms-on";

export const metadata: Metadata = { title: "Table of points in an amendment" };

export default async function AmendPointsPage({ params }: { params: DraftParams }) {
  const draft = await readDraft(params);
  const { amendment, text, fields } = draft;
  const held = readTextTerm(text, "creditTerms", amendment.effectiveFrom) as {
    pointsTable?: [string, string][];
  } | null;
  return (
    <DraftPage draft={draft} title="Table of points">
      <PointsTableForm action={amendPoints} fields={fields} rows={held?.pointsTable ?? []} mayWrite />
    </DraftPage>
  );
}
