import { Package, Plus, Users } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { PartButtons } from "@/components/vendors/part-buttons";
import {
  addDeliverable,
  addResponsibility,
  removeDeliverable,
  removeResponsibility,
  saveDeliverable,
  saveResponsibility,
} from "@/lib/sourcing/scope/actions";
import { RACI_HELP } from "@/lib/sourcing/scope/labels";
import type { ScopeView } from "@/lib/sourcing/scope/schema";
import { DeliverableFields, ResponsibilityFields } from "./scope-fields";

type Props = { scope: ScopeView; mayWrite: boolean };
const ACTIONS = <span className="sr-only">Actions</span>;

export function ScopeDeliverables({ scope, mayWrite }: Props) {
  const add = mayWrite ? (
    <FormDialog
      action={addDeliverable}
      fields={{ scopeId: scope.id }}
      title="Add a deliverable"
      submit="Add deliverable"
      label="Add deliverable"
      size="sm"
      icon={<Plus aria-hidden />}
    >
      <DeliverableFields />
    </FormDialog>
  ) : null;
  return (
    <Card>
      <CardHeader title="Deliverables" sub="What the vendor hands over." action={add} />
      <DataTable
        caption="Deliverables"
        rows={scope.deliverables}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={<Package aria-hidden />} title="No deliverable yet" />}
        columns={[
          { key: "name", header: "Deliverable", cell: (row) => row.name },
          { key: "description", header: "Description", cell: (row) => row.description },
          {
            key: "actions",
            header: ACTIONS,
            align: "right",
            cell: (row) =>
              mayWrite ? (
                <PartButtons
                  part={row}
                  name={row.name}
                  noun="deliverable"
                  save={saveDeliverable}
                  remove={removeDeliverable}
                >
                  <DeliverableFields deliverable={row} />
                </PartButtons>
              ) : null,
          },
        ]}
      />
    </Card>
  );
}

export function ScopeResponsibilities({ scope, mayWrite }: Props) {
  const add = mayWrite ? (
    <FormDialog
      action={addResponsibility}
      fields={{ scopeId: scope.id }}
      title="Add a responsibility"
      submit="Add responsibility"
      label="Add responsibility"
      size="sm"
      icon={<Plus aria-hidden />}
    >
      <ResponsibilityFields />
    </FormDialog>
  ) : null;
  return (
    <Card>
      <CardHeader title="Responsibilities of both sides" sub={RACI_HELP} action={add} />
      <DataTable
        caption="Responsibilities"
        rows={scope.responsibilities}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={<Users aria-hidden />} title="No responsibility yet" />}
        columns={[
          { key: "activity", header: "Activity", cell: (row) => row.activity },
          { key: "client", header: "Client", cell: (row) => row.client.split("").join(" ") },
          { key: "vendor", header: "Vendor", cell: (row) => row.vendor.split("").join(" ") },
          {
            key: "actions",
            header: ACTIONS,
            align: "right",
            cell: (row) =>
              mayWrite ? (
                <PartButtons
                  part={row}
                  name={row.activity}
                  noun="responsibility"
                  save={saveResponsibility}
                  remove={removeResponsibility}
                >
                  <ResponsibilityFields responsibility={row} />
                </PartButtons>
              ) : null,
          },
        ]}
      />
    </Card>
  );
}
