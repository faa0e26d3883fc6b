import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/access/actor";
import type { MemberSession } from "@/lib/access/session";
import type { ContractRecord } from "@/lib/contracts/queries";
import { areTermsEditable } from "@/lib/contracts/rules/states";
import { ContractMoves } from "./contract-moves";
import { ContractStateText } from "./contract-state";

type Tab = "" | "/text" | "/charges" | "/service-levels" | "/amendments" | "/documents" | "/timeline" | "/activity";
type Props = { contract: ContractRecord; member: MemberSession; tab: Tab; actions?: ReactNode; children: ReactNode };

/** Header and tabs of a contract, the same on each of its pages. */
export function ContractFrame({ contract, member, tab, actions, children }: Props) {
  const base = `/contracts/${contract.id}`;
  const isFree = areTermsEditable(contract.state);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Contracts", href: "/contracts" }, { label: contract.code }]}
        title={contract.title}
        status={<ContractStateText state={contract.state} />}
        subline={
          <>
            {contract.code} · <TextLink href={`/vendors/${contract.vendor.id}`}>{contract.vendor.legalName}</TextLink> ·
            owner {contract.ownerName}
          </>
        }
        actions={
          actions ?? (
            <>
              {isFree && may(member, "contract:write") ? (
                <LinkButton href={`${base}/edit`} icon={<Pencil aria-hidden />}>
                  Edit terms
                </LinkButton>
              ) : null}
              <ContractMoves contract={contract} member={member} />
            </>
          )
        }
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={[
          { href: base, label: "Terms" },
          { href: `${base}/text`, label: "Text and signatures" },
          { href: `${base}/charges`, label: "Charges", count: contract.counts.chargeLines },
          { href: `${base}/service-levels`, label: "Service levels", count: contract.counts.serviceLevels },
          { href: `${base}/amendments`, label: "Amendments", count: contract.counts.contractAmendments },
          { href: `${base}/documents`, label: "Documents" },
          { href: `${base}/timeline`, label: "Timeline" },
          { href: `${base}/activity`, label: "Activity" },
        ]}
      />
      {children}
    </Page>
  );
}
