import { Check } from "lucide-react";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { hasRight, type Right, type Role, rightsTable, roles, vendorRights } from "@/lib/access/rights";
import { subjectName, verbName } from "./right-name";
import { roleLabel } from "./role-name";

const rights = Object.keys(rightsTable) as Right[];

/** The very table that every check reads. */
export function RightsTable({ own }: { own: readonly Role[] }) {
  return (
    <Card>
      <CardHeader
        title="Who may do what"
        sub={`Your roles: ${own.map(roleLabel).join(", ")}. Some decisions also need a second person, whatever the role.`}
      />
      <DataTable
        caption="Rights by role"
        rows={rights}
        rowKey={(right) => right}
        columns={[
          { key: "subject", header: "What", cell: (right) => subjectName(right), strong: true },
          { key: "verb", header: "May", cell: (right) => verbName(right) },
          ...roles.map((role) => ({
            key: role,
            header: roleLabel(role),
            cell: (right: Right) =>
              hasRight([role], right) ? (
                <span className="text-good">
                  <Check aria-hidden />
                  <span className="sr-only">Yes</span>
                </span>
              ) : (
                <Dash label="No" />
              ),
          })),
        ]}
      />
      <CardFooter>
        <p className="text-ink-2 text-sm">
          Contacts of vendors have no roles. In the portal, and only for their own company, they may:{" "}
          {vendorRights.map((right) => `${subjectName(right).toLowerCase()} (${verbName(right)})`).join(", ")}.
        </p>
      </CardFooter>
    </Card>
  );
}
