import { LockKeyhole } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeclareForm } from "@/components/evaluation/declare-form";
import { LotHeader } from "@/components/evaluation/lot-header";
import { ScoreSheet } from "@/components/evaluation/score-sheet";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Page, Stack } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { lockScoresAction } from "@/lib/sourcing/evaluation/actions";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { findAnswers } from "@/lib/sourcing/evaluation/queries";
import { findVisibleScores } from "@/lib/sourcing/evaluation/scores";

export const metadata: Metadata = { title: "My scores" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ criterion?: string }> };

export default async function ScoresPage({ params, searchParams }: Props) {
  const { member, lot } = await requireLot(params, "/scores");
  const evaluator = lot.evaluators.find((each) => each.memberId === member.memberId);
  if (!evaluator || !may(member, "score:write")) notFound();
  const { criterion: wanted } = await searchParams;
  const criterion = lot.criteria.find((each) => each.id === wanted) ?? lot.criteria[0];
  const header = <LotHeader lot={lot} member={member} tab="/scores" />;
  if (!lot.rfp.technicalOpenedAt || !criterion) {
    return (
      <Page>
        {header}
        <Note>Scoring begins when the technical envelopes are open.</Note>
      </Page>
    );
  }
  const isLocked = evaluator.lockedAt !== null || lot.rfp.technicalLockedAt !== null;
  const conflicts = new Set(
    lot.conflicts.filter((each) => each.memberId === member.memberId).map((each) => each.vendorId),
  );
  const bidders = lot.bids
    .filter((bid) => !conflicts.has(bid.vendorId))
    .map(({ vendorId, legalName }) => ({ vendorId, name: legalName }));
  if (!evaluator.declaredAt) {
    return (
      <Page>
        {header}
        <DeclareForm rfpId={lot.rfp.id} bidders={bidders} isFirst />
      </Page>
    );
  }
  const [questions, visible] = await Promise.all([
    findAnswers(member.organizationId, lot, { criterionId: criterion.id }),
    findVisibleScores(member, lot.rfp.id, lot.id),
  ]);
  const own = visible.scores.filter((each) => each.evaluatorId === member.memberId);
  const open = lot.bids.filter((bid) => bid.state !== "rejected" && !conflicts.has(bid.vendorId));
  return (
    <Page>
      {header}
      <Stack>
        {isLocked ? (
          <Note tone="good">Your scores are locked. They stay as they are; differences are settled in moderation.</Note>
        ) : (
          <Note
            tone="accent"
            action={
              <ActionButton
                action={lockScoresAction}
                fields={{ rfpId: lot.rfp.id }}
                variant="primary"
                icon={<LockKeyhole aria-hidden />}
                confirm={{
                  title: "Lock your scores?",
                  body: (
                    <p>
                      For all lots of this RFP. You cannot change them afterwards, and only then can you see the
                      others&apos; scores.
                    </p>
                  ),
                  label: "Lock my scores",
                }}
              >
                Lock my scores
              </ActionButton>
            }
          >
            Nobody sees your scores before you lock them. {own.length} of {open.length * lot.criteria.length} given in
            this lot.
          </Note>
        )}
        <nav aria-label="Criteria" className="flex flex-wrap gap-2">
          {lot.criteria.map((each) => {
            const given = own.filter((score) => score.criterionId === each.id).length;
            return (
              <LinkButton
                key={each.id}
                href={`/evaluations/${lot.id}/scores?criterion=${each.id}`}
                size="sm"
                variant={each.id === criterion.id ? "primary" : "secondary"}
                aria-current={each.id === criterion.id ? "page" : undefined}
                scroll={false}
              >
                {each.name} {given}/{open.length}
              </LinkButton>
            );
          })}
        </nav>
        <div>
          <h2 className="font-semibold text-lg">
            {criterion.name} <span className="font-normal text-ink-2 text-sm">weight {criterion.weight}</span>
          </h2>
          {criterion.description ? <p className="text-pretty text-ink-2">{criterion.description}</p> : null}
        </div>
        <ScoreSheet
          lot={lot}
          criterion={criterion}
          questions={questions}
          own={own}
          conflicts={conflicts}
          isLocked={isLocked}
        />
        {isLocked ? null : <DeclareForm rfpId={lot.rfp.id} bidders={bidders} isFirst={false} />}
      </Stack>
    </Page>
  );
}
