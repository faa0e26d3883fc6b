import { ActionButton } from "@/components/ui/action-button";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { revokeTokenForm } from "@/lib/access/settings-actions";
import type { Reader } from "@/lib/shared/format";

export type Token = {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly string[];
  expiresAt: Date;
  lastUsedAt: Date | null;
};

export function RevokeToken({ id, name }: { id: string; name: string }) {
  return (
    <ActionButton
      action={revokeTokenForm}
      fields={{ id }}
      size="sm"
      variant="danger"
      aria-label={`Revoke the token ${name}`}
      confirm={{
        title: `Revoke “${name}”?`,
        body: "Programs that use it are refused from now on. This cannot be undone.",
        label: "Revoke the token",
      }}
    >
      Revoke
    </ActionButton>
  );
}

export function TokenTable({ tokens, reader }: { tokens: readonly Token[]; reader: Reader }) {
  return (
    <DataTable
      caption="API tokens"
      rows={tokens}
      rowKey={(token) => token.id}
      empty={<p className="px-4 py-6 text-center text-ink-2">No token that works.</p>}
      columns={[
        { key: "name", header: "Name", cell: (token) => token.name },
        { key: "prefix", header: "Begins with", cell: (token) => <code className="font-mono">{token.prefix}…</code> },
        {
          key: "scopes",
          header: "May do",
          cell: (token) => (token.scopes.length === 0 ? "All that you may" : token.scopes.join(", ")),
        },
        {
          key: "used",
          header: "Last used",
          cell: (token) => <InstantText instant={token.lastUsedAt} reader={reader} missing="Never used" />,
        },
        {
          key: "expires",
          header: "Expires",
          cell: (token) => <InstantText instant={token.expiresAt} reader={reader} />,
        },
        {
          key: "revoke",
          header: <span className="sr-only">Revoke</span>,
          align: "right",
          cell: (token) => <RevokeToken id={token.id} name={token.name} />,
        },
      ]}
    />
  );
}
