import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Tabs } from "@/components/ui/tabs";
import type { ContractRecord } from "@/lib/contracts/queries";
import { ContractStateText } from "./contract-state";
import { VendorSignature } from "./vendor-signature";

type Props = { contract: ContractRecord; tab: "" | "/charges" | "/knowledge"; maySign: boolean; children: ReactNode };

/** A contract in the portal: what both sides agreed, without anything internal. */
export function VendorContractFrame({ contract, tab, maySign, children }: Props) {
  const base = `/portal/contracts/${contract.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Contracts", href: "/portal/contracts" }, { label: contract.code }]}
        title={contract.title}
        status={<ContractStateText state={contract.state} />}
        subline={contract.code}
        actions={<VendorSignature contract={contract} maySign={maySign} />}
      />
      <Tabs
        current={`${base}${tab}`}
        tabs={[
          { href: base, label: "Terms" },
          { href: `${base}/charges`, label: "Charges", count: contract.counts.chargeLines },
          { href: `${base}/service-levels`, label: "Service levels" },
          { href: `${base}/knowledge`, label: "Knowledge transfer" },
        ]}
      />
      {children}
    </Page>
  );
}
