import { FileSignature } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import type { ContractRecord } from "@/lib/contracts/queries";
import { ContractStateText } from "./contract-state";

type Tab = "" | "/text" | "/charges" | "/amendments" | "/knowledge";
type Props = { contract: ContractRecord; tab: Tab; children: ReactNode };

/** A contract in the portal: what both sides agreed, without anything internal. */
export function VendorContractFrame({ contract, tab, children }: Props) {
  const base = `/portal/contracts/${contract.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Contracts", href: "/portal/contracts" }, { label: contract.code }]}
        title={contract.title}
        status={<ContractStateText state={contract.state} />}
        subline={contract.code}
        actions={
          contract.state === "inReview" && tab !== "/text" ? (
            <LinkButton href={`${base}/text`} variant="primary" icon={<FileSignature aria-hidden />}>
              Read and sign
            </LinkButton>
          ) : null
        }
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={[
          { href: base, label: "Terms" },
          { href: `${base}/text`, label: "Text and signatures" },
          { href: `${base}/charges`, label: "Charges", count: contract.counts.chargeLines },
          { href: `${base}/service-levels`, label: "Service levels" },
          { href: `${base}/amendments`, label: "Amendments" },
          { href: `${base}/knowledge`, label: "Knowledge transfer" },
        ]}
      />
      {children}
    </Page>
  );
}
