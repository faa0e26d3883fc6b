import { Mail, Plus, Users } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Status } from "@/components/ui/status";
import { ContactFields } from "@/components/vendors/contact-fields";
import { PartButtons } from "@/components/vendors/part-buttons";
import { VendorFrame } from "@/components/vendors/vendor-frame";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { formatInstant } from "@/lib/shared/format";
import { addContact, inviteContact, removeContact, saveContact } from "@/lib/vendors/contacts/actions";
import { readVendorOf } from "@/lib/vendors/read";
import type { ContactView } from "@/lib/vendors/schema";

export const metadata: Metadata = { title: "Contacts of a vendor" };

export default async function ContactsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("vendor:read");
  const vendor = (await readVendorOf(member, (await params).id)) ?? notFound();
  const mayWrite = may(member, "vendor:write");
  const add = mayWrite ? (
    <FormDialog
      action={addContact}
      fields={{ vendorId: vendor.id }}
      title="Add a contact"
      submit="Add contact"
      label="Add contact"
      size="sm"
      icon={<Plus aria-hidden />}
      draftKey={`contact:new:${vendor.id}`}
    >
      <ContactFields />
    </FormDialog>
  ) : null;
  return (
    <VendorFrame vendor={vendor} member={member} tab="/contacts">
      <Card>
        <CardHeader title="Contacts" sub="People of the vendor. They see the portal and nothing else." action={add} />
        <DataTable
          caption="Contacts"
          rows={vendor.contacts}
          rowKey={(contact) => contact.id}
          empty={
            <EmptyState icon={<Users aria-hidden />} title="No contact yet">
              Invitations to RFPs, questions and letters go to the contacts of a vendor.
            </EmptyState>
          }
          columns={[
            { key: "name", header: "Name", cell: (contact) => contact.name },
            { key: "position", header: "Position", cell: (contact) => contact.position },
            { key: "email", header: "E-mail", cell: (contact) => contact.email },
            { key: "phone", header: "Phone", cell: (contact) => contact.phone, nowrap: true },
            {
              key: "access",
              header: "Portal",
              cell: (contact) => {
                const access = accessOf(contact);
                return (
                  <Status tone={access.tone}>
                    {access.word}
                    {contact.invitedAt && !contact.hasAccount ? `, ${formatInstant(contact.invitedAt, member)}` : ""}
                  </Status>
                );
              },
            },
            {
              key: "actions",
              header: <span className="sr-only">Actions</span>,
              align: "right",
              cell: (contact) =>
                mayWrite ? (
                  <span className="inline-flex items-start justify-end gap-1">
                    {contact.hasAccount ? null : (
                      <ActionButton
                        action={inviteContact}
                        fields={{ id: contact.id, version: contact.version }}
                        size="sm"
                        icon={<Mail aria-hidden />}
                        aria-label={`Invite ${contact.name} to the portal`}
                      >
                        {contact.invitedAt ? "Invite again" : "Invite"}
                      </ActionButton>
                    )}
                    <PartButtons
                      part={contact}
                      name={contact.name}
                      noun="contact"
                      save={saveContact}
                      remove={removeContact}
                      effect="The person is signed out and can no longer sign in for this vendor. What they wrote stays."
                    >
                      <ContactFields contact={contact} />
                    </PartButtons>
                  </span>
                ) : null,
            },
          ]}
        />
      </Card>
    </VendorFrame>
  );
}

function accessOf(contact: ContactView): { tone: "good" | "accent" | "neutral"; word: string } {
  if (contact.hasAccount) return { tone: "good", word: "Can sign in" };
  return contact.invitedAt ? { tone: "accent", word: "Invited" } : { tone: "neutral", word: "Not invited" };
}
