import { ActionButton } from "@/components/ui/action-button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { revokeInvitationForm } from "@/lib/access/settings-actions";
import type { Reader } from "@/lib/shared/format";
import { roleLabel } from "./role-name";

type Invitation = { id: string; name: string; email: string; roles: readonly string[]; expiresAt: Date };

export function InvitationTable({ invitations, reader }: { invitations: readonly Invitation[]; reader: Reader }) {
  return (
    <Card>
      <CardHeader title="Open invitations" sub="Inviting somebody again makes a new link; the old one stops working." />
      <DataTable
        caption="Open invitations"
        rows={invitations}
        rowKey={(row) => row.id}
        columns={[
          { key: "name", header: "Name", cell: (row) => row.name, strong: true },
          { key: "email", header: "E-mail", cell: (row) => row.email },
          { key: "roles", header: "Roles", cell: (row) => row.roles.map(roleLabel).join(", ") },
          {
            key: "expires",
            header: "Good until",
            cell: (row) => <InstantText instant={row.expiresAt} reader={reader} />,
          },
          {
            key: "revoke",
            header: <span className="sr-only">Withdraw</span>,
            align: "right",
            cell: (row) => (
              <ActionButton
                action={revokeInvitationForm}
                fields={{ id: row.id }}
                size="sm"
                variant="quiet"
                aria-label={`Withdraw the invitation for ${row.name}`}
              >
                Withdraw
              </ActionButton>
            ),
          },
        ]}
      />
    </Card>
  );
}
