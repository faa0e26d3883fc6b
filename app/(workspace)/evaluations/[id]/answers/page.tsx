import type { Metadata } from "next";
import { AnswersTable } from "@/components/evaluation/answers-table";
import { LotHeader } from "@/components/evaluation/lot-header";
import { Note } from "@/components/ui/callout";
import { Page, Stack } from "@/components/ui/page-layout";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { findAnswers } from "@/lib/sourcing/evaluation/queries";

export const metadata: Metadata = { title: "Answers" };

/** Every question with what each bidder answered, side by side. */
export default async function AnswersPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/answers");
  const isOpen = lot.rfp.technicalOpenedAt !== null;
  const questions = isOpen ? await findAnswers(member.organizationId, lot, "all") : [];
  return (
    <Page>
      <LotHeader lot={lot} member={member} tab="/answers" />
      <Stack>
        {isOpen ? (
          <AnswersTable lot={lot} questions={questions} />
        ) : (
          <Note>The answers can be read when the technical envelopes are open.</Note>
        )}
      </Stack>
    </Page>
  );
}
