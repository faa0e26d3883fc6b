import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { listRiskReviews } from "@/lib/risks/due-queries";
import { db } from "@/lib/server/database";
import { findVendorPeople } from "@/lib/vendors/contacts/people";
import { listEndingCertificates, listVendorReviews } from "@/lib/vendors/due-queries";
import { CERTIFICATE_LABEL } from "@/lib/vendors/labels";
import { counted, type Reminder, remind } from "../remind";
import { findStep } from "../rules";
import type { ScheduledWork } from "../table";

/** Certificates 90, 30 and 7 days before they end and when they have, reviews on their day. */
export const runReviews: ScheduledWork = async (context) => {
  const certificates = await listCertificates(context.organizationId, context.today);
  const reviews = await listReviews(context.organizationId);
  const told = await remind(context, [...certificates, ...reviews]);
  return `Told of ${counted(told, "certificate or review", "certificates and reviews")}`;
};

async function listCertificates(organizationId: OrganizationId, today: string): Promise<Reminder[]> {
  const reminders: Reminder[] = [];
  for (const certificate of await listEndingCertificates(organizationId)) {
    const { id, vendorId, vendor, kind, name, expiresOn, daysLeft } = certificate;
    const key = `certificate:${id}:${expiresOn}:${findStep(expiresOn, today)}`;
    const what = name || CERTIFICATE_LABEL[kind];
    const when = daysLeft < 0 ? `expired on ${expiresOn}` : `ends in ${counted(daysLeft, "day")}, on ${expiresOn}`;
    reminders.push(
      {
        key,
        kind: "review",
        roles: ["procurement"],
        title: `${vendor}: ${what} ${when}`,
        body: "Ask for the new certificate and record it.",
        href: `/vendors/${vendorId}/certificates`,
      },
      {
        key: `${key}:vendor`,
        kind: "review",
        personIds: await findVendorPeople(db, { vendorId }),
        vendorId,
        title: `Your certificate ${what} ${when}`,
        body: "Send the new certificate to your client.",
        href: "/portal",
      },
    );
  }
  return reminders;
}

async function listReviews(organizationId: OrganizationId): Promise<Reminder[]> {
  const vendors = await listVendorReviews(organizationId);
  const risks = await listRiskReviews(organizationId);
  return [
    ...vendors.map(
      ({ id, legalName, reviewDate }): Reminder => ({
        key: `vendorReview:${id}:${reviewDate}`,
        kind: "review",
        roles: ["procurement"],
        title: `${legalName}: the review was due on ${reviewDate}`,
        href: `/vendors/${id}`,
      }),
    ),
    ...risks.map(
      ({ riskId, text, day, ownerPersonId }): Reminder => ({
        key: `riskReview:${riskId}:${day}`,
        kind: "review",
        ...(ownerPersonId ? { personIds: [ownerPersonId] } : { roles: ["operations"] }),
        title: `${text}: the review was due on ${day}`,
        href: `/risks/${riskId}`,
      }),
    ),
  ];
}
