import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CriteriaEditor } from "@/components/sourcing/criteria-editor";
import { EvaluationRulesForm } from "@/components/sourcing/evaluation-rules-form";
import { LotsEditor } from "@/components/sourcing/lots-editor";
import { CriteriaTable, EvaluationRules, LotTables } from "@/components/sourcing/rfp-criteria-tables";
import { RfpFrame } from "@/components/sourcing/rfp-frame";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { Stack } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { readRfpOf } from "@/lib/sourcing/rfps/read";

export const metadata: Metadata = { title: "Criteria and price of an RFP" };

export default async function CriteriaPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const isOpen = rfp.state === "draft" && may(member, "rfp:write");
  return (
    <RfpFrame rfp={rfp} member={member} tab="/criteria">
      <Stack>
        {rfp.publishedAt ? <Note>Fixed since publication: vendors rely on these weights and price items.</Note> : null}
        <Card>
          <CardHeader title="Criteria" sub="Technical quality is scored 0 to 5 on each. The weights sum to 100." />
          {isOpen ? (
            <CriteriaEditor rfpId={rfp.id} version={rfp.version} criteria={rfp.criteria} />
          ) : (
            <CriteriaTable rfp={rfp} reader={member} />
          )}
        </Card>
        <Card>
          <CardHeader title="Quality against price" sub="How technical score and price become one rank." />
          {isOpen ? <EvaluationRulesForm rfp={rfp} /> : <EvaluationRules rfp={rfp} reader={member} />}
        </Card>
        {isOpen ? (
          <Card>
            <CardHeader
              title="Lots and price items"
              sub={`Vendors price each item in ${rfp.currency}; monthly items count for all ${rfp.termMonths} months.`}
            />
            <LotsEditor rfpId={rfp.id} version={rfp.version} lots={rfp.lots} />
          </Card>
        ) : (
          <LotTables rfp={rfp} reader={member} />
        )}
      </Stack>
    </RfpFrame>
  );
}
