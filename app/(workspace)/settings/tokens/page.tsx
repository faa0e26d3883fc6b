import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { NewToken } from "@/components/settings/new-token";
import { subjectName, verbName } from "@/components/settings/right-name";
import { SettingsPage } from "@/components/settings/settings-page";
import { RevokeToken, TokenTable } from "@/components/settings/token-table";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Stack } from "@/components/ui/page-layout";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/access/actor";
import { tokenList } from "@/lib/access/lists";
import { listOwnTokens } from "@/lib/access/profile";
import { type MemberSession, requireMember } from "@/lib/access/session";
import { tokenScopes } from "@/lib/access/tokens";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "API tokens" };

type Search = Exclude<Parameters, URLSearchParams>;

export default async function TokensPage({ searchParams }: { searchParams: Promise<Search> }) {
  const member = await requireMember("token:manage");
  const tokens = await listOwnTokens(member);
  const scopes = tokenScopes(member).map((right) => ({
    value: right,
    subject: subjectName(right),
    verb: verbName(right),
  }));
  return (
    <SettingsPage member={member} current="/settings/tokens">
      <Stack>
        <p className="text-ink-2">
          A token lets a program use the API with your rights. See the{" "}
          <TextLink href="/docs/api">reference of the API</TextLink>.
        </p>
        <Card>
          <CardHeader title="My tokens" />
          <TokenTable tokens={tokens} reader={member} />
        </Card>
        <NewToken scopes={scopes} />
        {may(member, "member:manage") ? <AllTokens member={member} search={await searchParams} /> : null}
      </Stack>
    </SettingsPage>
  );
}

async function AllTokens({ member, search }: { member: MemberSession; search: Search }) {
  const { request } = parseListRequest(tokenList, search);
  const page = await readList(tokenList, member.organizationId, request);
  return (
    <section aria-label="All tokens of the organization" className="grid gap-3">
      <h2 className="font-semibold text-lg">All tokens of the organization</h2>
      <ListView
        list={tokenList}
        page={page}
        request={request}
        basePath="/settings/tokens"
        caption="All tokens of the organization"
        locale={member.locale}
        empty={<p className="text-ink-2">Nobody has made a token yet.</p>}
        columns={[
          { key: "name", header: "Name", cell: (row) => row.name, strong: true },
          { key: "owner", header: "Owner", cell: (row) => row.owner },
          { key: "prefix", header: "Begins with", cell: (row) => <code className="font-mono">{row.prefix}…</code> },
          { key: "state", header: "State", cell: (row) => row.state },
          {
            key: "expiresAt",
            header: "Expires",
            cell: (row) => <InstantText instant={row.expiresAt} reader={member} />,
          },
          {
            key: "lastUsedAt",
            header: "Last used",
            cell: (row) => <InstantText instant={row.lastUsedAt} reader={member} missing="Never used" />,
          },
          {
            key: "$revoke",
            header: <span className="sr-only">Revoke</span>,
            align: "right",
            cell: (row) => (row.state === "active" ? <RevokeToken id={row.id} name={row.name ?? ""} /> : null),
          },
        ]}
      />
    </section>
  );
}
