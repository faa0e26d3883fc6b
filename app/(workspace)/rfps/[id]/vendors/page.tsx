import { Building2, Plus, Trash2, Users } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RfpFrame } from "@/components/sourcing/rfp-frame";
import { ActionButton } from "@/components/ui/action-button";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Stack } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { Badge, Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { addEvaluator, addInvitation, removeEvaluator, removeInvitation } from "@/lib/sourcing/rfps/actions";
import { INVITATION_STATE } from "@/lib/sourcing/rfps/labels";
import { listInvitableVendors, listPossibleEvaluators } from "@/lib/sourcing/rfps/queries";
import { readRfpOf } from "@/lib/sourcing/rfps/read";
import { VENDOR_STATUS } from "@/lib/vendors/labels";

export const metadata: Metadata = { title: "Vendors of an RFP" };

export default async function RfpVendorsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("rfp:read");
  const rfp = (await readRfpOf(member, (await params).id)) ?? notFound();
  const mayWrite = may(member, "rfp:write");
  const mayInvite = mayWrite && (rfp.state === "draft" || rfp.state === "published");
  const mayName = mayWrite && ["draft", "published", "closed"].includes(rfp.state);
  const [vendors, people] = await Promise.all([
    mayInvite ? listInvitableVendors(member.organizationId, rfp.id) : [],
    mayName ? listPossibleEvaluators(member.organizationId, rfp.id) : [],
  ]);
  const invite = mayInvite ? (
    <FormDialog
      action={addInvitation}
      fields={{ rfpId: rfp.id }}
      title="Invite a vendor"
      description={rfp.state === "draft" ? "It is told when you publish." : "It is told at once."}
      submit="Invite vendor"
      label="Invite vendor"
      size="sm"
      width="sm"
      icon={<Plus aria-hidden />}
    >
      <Field name="vendorId" label="Vendor" help="Suspended and retired vendors are not offered." required>
        <Select
          placeholder="Choose…"
          options={vendors.map(({ id, code, legalName, status }) => ({
            value: id,
            label: `${legalName} (${code}, ${VENDOR_STATUS[status].label.toLowerCase()})`,
          }))}
        />
      </Field>
    </FormDialog>
  ) : null;
  const name = mayName ? (
    <FormDialog
      action={addEvaluator}
      fields={{ rfpId: rfp.id }}
      title="Name an evaluator"
      submit="Name evaluator"
      label="Name evaluator"
      size="sm"
      width="sm"
      icon={<Plus aria-hidden />}
    >
      <Field name="memberId" label="Member" help="Each scores alone before the scores are brought together." required>
        <Select placeholder="Choose…" options={people.map((person) => ({ value: person.id, label: person.name }))} />
      </Field>
    </FormDialog>
  ) : null;
  return (
    <RfpFrame rfp={rfp} member={member} tab="/vendors">
      <Stack>
        <Note>A vendor never learns who else is invited.</Note>
        <Card>
          <CardHeader title="Invited vendors" action={invite} />
          <DataTable
            caption="Invited vendors"
            rows={rfp.invitations}
            rowKey={(row) => row.id}
            rowHref={(row) => `/vendors/${row.vendor.id}`}
            empty={
              <EmptyState icon={<Building2 aria-hidden />} title="Nobody is invited yet">
                Invite the vendors that could do the work. They are told when you publish.
              </EmptyState>
            }
            columns={[
              { key: "name", header: "Vendor", cell: (row) => row.vendor.name },
              { key: "code", header: "Code", cell: (row) => row.vendor.code, nowrap: true },
              {
                key: "state",
                header: "Invitation",
                cell: (row) =>
                  row.invitedAt ? (
                    <Status tone={INVITATION_STATE[row.state].tone}>{INVITATION_STATE[row.state].label}</Status>
                  ) : (
                    <Status tone="neutral">Not told yet</Status>
                  ),
              },
              { key: "reason", header: "Reason", cell: (row) => row.declineReason },
              {
                key: "contacts",
                header: "Contacts",
                align: "right",
                cell: (row) => (row.contacts === 0 ? <Badge tone="warn">None</Badge> : row.contacts),
              },
              {
                key: "invitedAt",
                header: "Invited",
                align: "right",
                cell: (row) => <InstantText instant={row.invitedAt} reader={member} />,
              },
              {
                key: "actions",
                header: <span className="sr-only">Actions</span>,
                align: "right",
                className: "relative z-1",
                cell: (row) =>
                  mayWrite && rfp.state === "draft" ? (
                    <ActionButton
                      action={removeInvitation}
                      fields={{ id: row.id }}
                      variant="quiet"
                      size="icon"
                      icon={<Trash2 aria-hidden />}
                      aria-label={`Take ${row.vendor.name} off the list`}
                    >
                      {null}
                    </ActionButton>
                  ) : null,
              },
            ]}
          />
        </Card>
        <Card>
          <CardHeader title="Evaluators" sub="They score the bids, each alone first." action={name} />
          <DataTable
            caption="Evaluators"
            rows={rfp.evaluators}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon={<Users aria-hidden />} title="No evaluator yet">
                Name the members who will score the bids.
              </EmptyState>
            }
            columns={[
              { key: "name", header: "Name", cell: (row) => row.name },
              {
                key: "actions",
                header: <span className="sr-only">Actions</span>,
                align: "right",
                cell: (row) =>
                  mayName ? (
                    <ActionButton
                      action={removeEvaluator}
                      fields={{ id: row.id }}
                      variant="quiet"
                      size="icon"
                      icon={<Trash2 aria-hidden />}
                      aria-label={`Remove ${row.name}`}
                    >
                      {null}
                    </ActionButton>
                  ) : null,
              },
            ]}
          />
        </Card>
      </Stack>
    </RfpFrame>
  );
}
