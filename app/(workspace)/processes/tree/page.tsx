import { ListTree } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { ProcessTabs } from "@/components/processes/process-tabs";
import { ProcessTree } from "@/components/processes/process-tree";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";
import { listTreeLevel } from "@/lib/processes/queries";

export const metadata: Metadata = { title: "Processes as a tree" };

const MOST_OPEN = 40;

export default async function ProcessTreePage({
  searchParams,
}: {
  searchParams: Promise<{ open?: string | string[] }>;
}) {
  const member = await requireMember("process:read");
  const { open: wanted } = await searchParams;
  const ids = (typeof wanted === "string" ? wanted.split(",") : []).filter((id) => z.uuid().safeParse(id).success);
  const open = [...new Set(ids)].slice(0, MOST_OPEN);
  const levels = await Promise.all(
    [null, ...open].map(async (id) => [id ?? "", await listTreeLevel(member.organizationId, id)] as const),
  );
  const isEmpty = levels[0]?.[1].nodes.length === 0;
  return (
    <Page>
      <PageHeader
        title="Processes"
        subline="Processes and the activities that they are made of. Open a branch to see what is below it."
      />
      <ProcessTabs current="/processes/tree" />
      <Card>
        {isEmpty ? (
          <EmptyState
            icon={<ListTree aria-hidden />}
            title="No processes yet"
            action={<LinkButton href="/processes">To the list</LinkButton>}
          >
            Processes that are written down or imported stand here with their activities.
          </EmptyState>
        ) : (
          <ProcessTree
            levels={Object.fromEntries(levels)}
            open={open}
            currency={member.organization.currency}
            reader={{ locale: member.locale, timeZone: member.timeZone }}
          />
        )}
      </Card>
    </Page>
  );
}
