import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { InvitationTable } from "@/components/settings/invitation-table";
import { roleLabel } from "@/components/settings/role-name";
import { SettingsPage } from "@/components/settings/settings-page";
import { LinkButton } from "@/components/ui/button";
import { InstantText } from "@/components/ui/date-text";
import { may } from "@/lib/access/actor";
import { listInvitations } from "@/lib/access/invitations";
import { memberList } from "@/lib/access/lists";
import { requireMember } from "@/lib/access/session";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Members" };

type Search = Exclude<Parameters, URLSearchParams>;

export default async function MembersPage({ searchParams }: { searchParams: Promise<Search> }) {
  const member = await requireMember("member:read");
  const { request } = parseListRequest(memberList, await searchParams);
  const isManager = may(member, "member:manage");
  const [page, invitations] = await Promise.all([
    readList(memberList, member.organizationId, request),
    isManager ? listInvitations(member.organizationId) : [],
  ]);
  const invite = (
    <LinkButton href="/settings/members/invite" variant="primary" icon={<UserPlus aria-hidden />}>
      Invite a member
    </LinkButton>
  );
  return (
    <SettingsPage member={member} current="/settings/members" actions={isManager ? invite : null}>
      {invitations.length > 0 ? <InvitationTable invitations={invitations} reader={member} /> : null}
      <ListView
        list={memberList}
        page={page}
        request={request}
        basePath="/settings/members"
        caption="Members"
        searchPlaceholder="Find by name or e-mail"
        locale={member.locale}
        empty={null}
        {...(isManager ? { rowHref: (row: { id: string }) => `/settings/members/${row.id}` } : {})}
        columns={[
          { key: "name", header: "Name", cell: (row) => row.name, strong: true },
          { key: "email", header: "E-mail", cell: (row) => row.email },
          { key: "title", header: "Title", cell: (row) => row.title },
          {
            key: "roles",
            header: "Roles",
            cell: (row) => (row.roles ?? "").split(", ").filter(Boolean).map(roleLabel).join(", "),
          },
          {
            key: "lastSignInAt",
            header: "Last sign-in",
            cell: (row) => <InstantText instant={row.lastSignInAt} reader={member} missing="Never" />,
          },
        ]}
      />
    </SettingsPage>
  );
}
