import { Network, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { TreeTable } from "@/components/ui/tree-table";
import { SubcontractorFields } from "@/components/vendors/detail-fields";
import { PartButtons } from "@/components/vendors/part-buttons";
import { VendorFrame } from "@/components/vendors/vendor-frame";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { countryName } from "@/lib/shared/country";
import { addSubcontractor, removeSubcontractor, saveSubcontractor } from "@/lib/vendors/details/actions";
import { readVendorOf } from "@/lib/vendors/read";
import { inTreeOrder } from "@/lib/vendors/rules/subcontractors";

export const metadata: Metadata = { title: "Subcontractors of a vendor" };

export default async function SubcontractorsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("vendor:read");
  const vendor = (await readVendorOf(member, (await params).id)) ?? notFound();
  const mayWrite = may(member, "vendor:write");
  const rows = inTreeOrder(vendor.subcontractors);
  const add = mayWrite ? (
    <FormDialog
      action={addSubcontractor}
      fields={{ vendorId: vendor.id }}
      title="Add a subcontractor"
      submit="Add subcontractor"
      label="Add subcontractor"
      size="sm"
      icon={<Plus aria-hidden />}
    >
      <SubcontractorFields parents={rows} />
    </FormDialog>
  ) : null;
  return (
    <VendorFrame vendor={vendor} member={member} tab="/subcontractors">
      <Card>
        <CardHeader title="Subcontractors" sub="Who the vendor passes work on to, and they in turn." action={add} />
        {rows.length === 0 ? (
          <EmptyState icon={<Network aria-hidden />} title="No subcontractor known">
            Ask the vendor who else touches your work and your data.
          </EmptyState>
        ) : (
          <TreeTable
            caption="Subcontractors"
            columns={[
              { header: "Subcontractor" },
              { header: "Country" },
              { header: "What it does" },
              { header: <span className="sr-only">Actions</span>, align: "right" },
            ]}
            rows={rows.map((row) => ({
              key: row.id,
              parent: row.parentId,
              cells: [
                row.name,
                countryName(row.country, member.locale),
                row.service,
                mayWrite ? (
                  <PartButtons
                    key="actions"
                    part={row}
                    name={row.name}
                    noun="subcontractor"
                    save={saveSubcontractor}
                    remove={removeSubcontractor}
                    effect="Everything below it goes with it."
                  >
                    <SubcontractorFields subcontractor={row} parents={rows} />
                  </PartButtons>
                ) : null,
              ],
            }))}
          />
        )}
      </Card>
    </VendorFrame>
  );
}
