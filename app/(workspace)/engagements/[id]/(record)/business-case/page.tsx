import { Calculator } from "lucide-react";
import { notFound } from "next/navigation";
import { CaseActions } from "@/components/business-cases/case-actions";
import { OptionTable } from "@/components/business-cases/option-columns";
import { SettingsFields } from "@/components/business-cases/settings-fields";
import { Tornado } from "@/components/business-cases/tornado";
import { Waterfall } from "@/components/charts/waterfall";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { KeyFacts } from "@/components/ui/key-facts";
import { FormLayout, RecordLayout } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Tone } from "@/components/ui/tone";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { chooseCaseOption, saveNewCase } from "@/lib/business-cases/actions";
import { type CaseState, caseStateLabels, categoryLabels, conventionLabels } from "@/lib/business-cases/labels";
import { findLatestCase, listRevisions } from "@/lib/business-cases/queries";
import { buildWaterfall, calculateCase, findKeep, listSensitivity } from "@/lib/business-cases/rules/case-results";
import { findEngagementName } from "@/lib/engagements/queries";
import { databaseToday } from "@/lib/server/clock";
import { formatDate, formatDecimal } from "@/lib/shared/format";
import { isRecordId } from "@/lib/shared/record-id";

const TONES: Record<CaseState, Tone> = {
  draft: "neutral",
  submitted: "accent",
  approved: "good",
  rejected: "bad",
  superseded: "neutral",
};

export default async function BusinessCasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("businessCase:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const canWrite = may(member, "businessCase:write");
  const record = await findLatestCase(member.organizationId, id);
  if (!record) {
    const year = (await databaseToday(member.organization.timeZone)).slice(0, 4);
    return (
      <Card>
        <EmptyState icon={<Calculator aria-hidden />} title="No business case yet">
          It compares keeping the work with each way of handing it over, year by year, and says which one to take.
        </EmptyState>
        {canWrite ? (
          <CardBody className="border-line border-t">
            <FormLayout>
              <ActionForm action={saveNewCase} draftKey={`businessCase:new:${id}`} label="New business case">
                <input type="hidden" name="engagementId" value={id} />
                <SettingsFields
                  values={{
                    currency: engagement.currency,
                    discountRate: "8",
                    convention: "t0",
                    taxRate: "",
                    firstYear: year,
                    years: "5",
                    assumptions: "",
                  }}
                />
                <div>
                  <SubmitButton>Make the business case</SubmitButton>
                </div>
              </ActionForm>
            </FormLayout>
          </CardBody>
        ) : null}
      </Card>
    );
  }
  const revisions = await listRevisions(member.organizationId, id);
  const results = calculateCase(record);
  const keep = findKeep(record.options);
  const others = results.filter((result) => result.kind !== "keep");
  const chosen = record.options.find((option) => option.id === record.chosenOptionId) ?? null;
  // Before a choice the pictures show the option with the best present value.
  const best = others.toSorted((a, b) => Number(b.npv) - Number(a.npv))[0];
  const shown = chosen && chosen.kind !== "keep" ? chosen : (record.options.find((one) => one.id === best?.id) ?? null);
  const shownNpv = results.find((result) => result.id === shown?.id)?.npv ?? "0";
  const fall = shown && keep ? buildWaterfall(shown, keep, record.years) : null;
  const bars = shown ? listSensitivity(record, shown.id) : [];
  const rate = formatDecimal(record.discountRate, member);
  const tax = record.taxRate === null ? "before tax" : `after ${formatDecimal(record.taxRate, member)} % tax`;
  const look = { locale: member.locale, style: "currency" as const, currency: record.currency };
  return (
    <RecordLayout
      side={
        <>
          <Card>
            <CardHeader
              title={`Revision ${record.revision}`}
              action={<Status tone={TONES[record.state]}>{caseStateLabels[record.state]}</Status>}
            />
            <KeyFacts
              facts={[
                { label: "Prepared by", value: record.preparedBy.name },
                { label: "Decided by", value: record.decidedBy },
                { label: "Years", value: `${record.firstYear} – ${record.firstYear + record.years - 1}` },
                { label: "Discount rate", value: `${rate} % a year` },
                { label: "Discounting", value: conventionLabels[record.convention] },
                { label: "Tax", value: record.taxRate === null ? null : `${formatDecimal(record.taxRate, member)} %` },
              ]}
            />
          </Card>
          <Card>
            <CardHeader title="Revisions" />
            {revisions.map((revision) => (
              <CardRow
                key={revision.id}
                sub={
                  revision.decidedAt
                    ? `${revision.decidedBy}, ${formatDate(revision.decidedAt, member)}`
                    : `prepared by ${revision.preparedBy}`
                }
                action={<Status tone={TONES[revision.state]}>{caseStateLabels[revision.state]}</Status>}
              >
                Revision {revision.revision}
              </CardRow>
            ))}
          </Card>
          {record.assumptions ? (
            <Card>
              <CardHeader title="Assumptions" />
              <CardBody className="whitespace-pre-wrap text-pretty">{record.assumptions}</CardBody>
            </Card>
          ) : null}
        </>
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-pretty text-ink-2">
          {chosen ? (
            <>
              Chosen: <strong className="font-semibold text-ink">{chosen.name}</strong>. {record.choiceReason}
            </>
          ) : (
            "No option is chosen yet."
          )}
        </p>
        <CaseActions
          record={record}
          canWrite={canWrite}
          canDecide={may(member, "businessCase:decide") && record.preparedBy.id !== member.memberId}
          here={`/engagements/${id}/business-case`}
        />
      </div>
      <OptionTable
        results={results}
        chosenId={record.chosenOptionId}
        currency={record.currency}
        note={`Over ${record.years} years at ${rate} % a year, ${conventionLabels[record.convention].toLowerCase()}, ${tax}.`}
        reader={member}
      />
      {record.state === "draft" && canWrite && others.length > 0 ? (
        <Card>
          <CardHeader title="Choose an option" />
          <CardBody>
            <ActionForm
              action={chooseCaseOption}
              draftKey={`businessCase:choose:${record.id}`}
              label="Choose an option"
            >
              <input type="hidden" name="id" value={record.id} />
              <input type="hidden" name="version" value={record.version} />
              <Field name="optionId" label="Option" group required>
                <RadioGroup
                  options={record.options.map((option) => ({ value: option.id, label: option.name }))}
                  {...(record.chosenOptionId ? { defaultValue: record.chosenOptionId } : {})}
                />
              </Field>
              <Field name="reason" label="Reason" required>
                <Textarea rows={2} defaultValue={record.choiceReason} />
              </Field>
              <div>
                <SubmitButton variant={record.chosenOptionId ? "secondary" : "primary"}>
                  Choose this option
                </SubmitButton>
              </div>
            </ActionForm>
          </CardBody>
        </Card>
      ) : null}
      {fall && shown ? (
        <Waterfall
          title="From today's cost to the option's cost"
          sub={`“${shown.name}” over ${record.years} years`}
          axis="Part"
          goodWhen="lower"
          look={look}
          steps={[
            { label: "Keep", value: fall.from.toNumber(), kind: "total" },
            ...fall.changes.map(({ category, change }) => ({
              label: categoryLabels[category],
              value: change.toNumber(),
              kind: "change" as const,
            })),
            { label: "Option", value: fall.to.toNumber(), kind: "total" },
          ]}
        />
      ) : null}
      {bars.length > 0 && shown ? (
        <Tornado bars={bars} npv={shownNpv} currency={record.currency} reader={member} name={shown.name} />
      ) : null}
    </RecordLayout>
  );
}
