import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Status } from "@/components/ui/status";
import { Tabs } from "@/components/ui/tabs";
import type { MemberActor } from "@/lib/access/actor";
import { may } from "@/lib/access/actor";
import { formatInstant, type Reader } from "@/lib/shared/format";
import { phaseLabels, phaseTones } from "@/lib/sourcing/evaluation/labels";
import type { Lot } from "@/lib/sourcing/evaluation/queries";
import { PRICE_METHOD } from "@/lib/sourcing/rfps/labels";

export type LotTab = "" | "/scores" | "/moderation" | "/prices" | "/ranking" | "/minutes" | "/award" | "/answers";

const TABS: { path: LotTab; label: string }[] = [
  { path: "", label: "Overview" },
  { path: "/answers", label: "Answers" },
  { path: "/scores", label: "My scores" },
  { path: "/moderation", label: "Moderation" },
  { path: "/prices", label: "Prices" },
  { path: "/ranking", label: "Ranking" },
  { path: "/minutes", label: "Minutes" },
  { path: "/award", label: "Award" },
];

function sublineOf({ rfp, bids }: Lot, reader: Reader): string {
  const opened = rfp.technicalOpenedAt
    ? `${bids.length === 1 ? "1 bid" : `${bids.length} bids`} opened ${formatInstant(rfp.technicalOpenedAt, reader)}`
    : "Sealed";
  // Quality in money has no weights.
  const weights =
    rfp.priceMethod === "qualityInMoney" ? null : `technical ${rfp.technicalWeight} %, price ${rfp.priceWeight} %`;
  const method = PRICE_METHOD[rfp.priceMethod].label.toLowerCase();
  return [opened, weights, method, `minimum ${rfp.minimumTechnical} of 100`].filter(Boolean).join(" · ");
}

type LotHeaderProps = { lot: Lot; member: MemberActor & Reader; tab: LotTab; actions?: ReactNode };

export function LotHeader({ lot, member, tab, actions }: LotHeaderProps) {
  const base = `/evaluations/${lot.id}`;
  const isEvaluator = lot.evaluators.some((each) => each.memberId === member.memberId);
  const canAward = lot.phase === "award" && !lot.award && may(member, "award:propose") && tab !== "/award";
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Evaluations", href: "/evaluations" },
          { label: `${lot.rfp.code} ${lot.rfp.title}`, href: `/rfps/${lot.rfp.id}` },
          { label: `Lot ${lot.number}` },
        ]}
        title={`Evaluation, lot ${lot.number}`}
        status={<Status tone={phaseTones[lot.phase]}>{phaseLabels[lot.phase]}</Status>}
        subline={sublineOf(lot, member)}
        actions={
          <>
            {actions}
            {lot.lots
              .filter((other) => other.id !== lot.id)
              .map((other) => (
                <LinkButton key={other.id} href={`/evaluations/${other.id}${tab}`}>
                  Lot {other.number}
                </LinkButton>
              ))}
            {canAward ? (
              <LinkButton variant="primary" href={`${base}/award`}>
                Propose award
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={TABS.filter(({ path }) => path !== "/scores" || isEvaluator).map(({ path, label }) => ({
          href: `${base}${path}`,
          label,
        }))}
      />
    </>
  );
}
