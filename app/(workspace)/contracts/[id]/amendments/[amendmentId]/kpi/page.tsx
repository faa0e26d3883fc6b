import type { Metadata } from "next";
import { DraftPage, type DraftParams, readDraft, type SearchParams } from "@/components/agreements/draft-page";
import { PartChooser } from "@/components/agreements/part-chooser";
import { KpiForm, type KpiValues } from "@/components/service-levels/kpi-form";
import { amendKpi } from "@/lib/agreements/draft-actions";
import { attributesOf } from "@/lib/service-levels/case-log-schema";
import { findCaseLogs } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "KPI in an amendment" };

export default async function AmendKpiPage({
  params,
  searchParams,
}: {
  params: DraftParams;
  searchParams: SearchParams;
}) {
  const draft = await readDraft(params);
  const { member, contract, text, base, fields } = draft;
  const wanted = (await searchParams).code;
  const kpis = [...new Map(text.kpis.map((kpi) => [kpi.code, kpi] as const)).values()];
  const page = `${base}/kpi`;
  if (typeof wanted !== "string")
    return (
      <DraftPage draft={draft} title="KPIs">
        <PartChooser
          title="KPIs of the contract"
          parts={kpis.map(({ code, name }) => ({ key: code, label: `${code} ${name}`, mayEnd: false }))}
          href={(code) => `${page}?code=${code}`}
          newHref={`${page}?code=new`}
          newLabel="New KPI"
          fields={fields}
          what="kpi"
        />
      </DraftPage>
    );
  const kpi = kpis.find(({ code }) => code === wanted) ?? null;
  const logs = await findCaseLogs(member.organizationId, contract.id);
  return (
    <DraftPage draft={draft} title={kpi ? `${kpi.code} ${kpi.name}` : "New KPI"}>
      <KpiForm
        action={amendKpi}
        fields={fields}
        contractId={contract.id}
        kpi={kpi as KpiValues | null}
        caseLogs={logs.map((log) => ({ id: log.id, name: log.name, attributes: attributesOf(log.mapping) }))}
        cancelHref={base}
        locale={member.locale}
        hasFixedCode={kpi !== null}
      />
    </DraftPage>
  );
}
