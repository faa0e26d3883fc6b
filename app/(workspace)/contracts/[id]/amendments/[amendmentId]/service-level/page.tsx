import type { Metadata } from "next";
import { DraftPage, type DraftParams, readDraft, type SearchParams } from "@/components/agreements/draft-page";
import { PartChooser } from "@/components/agreements/part-chooser";
import { LevelForm, type LevelValues } from "@/components/service-levels/level-form";
import { amendLevel } from "@/lib/agreements/draft-actions";

export const metadata: Metadata = { title: "Service level in an amendment" };

export default async function AmendLevelPage({
  params,
  searchParams,
}: {
  params: DraftParams;
  searchParams: SearchParams;
}) {
  const draft = await readDraft(params);
  const { text, base, fields } = draft;
  const wanted = (await searchParams).kpi;
  const kpis = [...new Map(text.kpis.map((kpi) => [kpi.code, kpi] as const)).values()];
  const levelOf = (code: string) => text.serviceLevels.findLast(({ kpi }) => kpi === code);
  const kpi = kpis.find(({ code }) => code === wanted);
  if (!kpi)
    return (
      <DraftPage draft={draft} title="Service levels">
        <PartChooser
          title="KPIs of the contract and of this amendment"
          parts={kpis.map(({ code, name }) => ({
            key: code,
            label: levelOf(code) ? `${code} ${name}` : `${code} ${name}, no service level yet`,
            mayEnd: levelOf(code)?.effectiveTo === null,
          }))}
          href={(code) => `${base}/service-level?kpi=${code}`}
          fields={fields}
          what="serviceLevel"
        />
      </DraftPage>
    );
  const level = levelOf(kpi.code);
  return (
    <DraftPage draft={draft} title={`Service level: ${kpi.code} ${kpi.name}`}>
      <LevelForm
        action={amendLevel}
        fields={{ ...fields, kpi: kpi.code }}
        unit={kpi.unit}
        level={(level as LevelValues | undefined) ?? null}
        cancelHref={base}
        start={null}
      />
    </DraftPage>
  );
}
