import type { Metadata } from "next";
import { z } from "zod";
import { NotificationList } from "@/components/settings/notification-list";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireVendor } from "@/lib/access/session";
import { listNotifications } from "@/lib/notifications/queries";

export const metadata: Metadata = { title: "Notifications" };

type Search = { after?: string | string[] };

export default async function PortalNotificationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const contact = await requireVendor();
  const after = z.uuid().safeParse((await searchParams).after);
  const { rows, next } = await listNotifications(contact, after.success ? after.data : null);
  return (
    <Page>
      <PageHeader title="Notifications" />
      <NotificationList
        rows={rows}
        reader={contact}
        nextHref={next ? `/portal/notifications?after=${next}` : null}
        isFirstPage={!after.success}
      />
    </Page>
  );
}
