import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { VendorFields } from "@/components/vendors/vendor-fields";
import { requireMember } from "@/lib/access/session";
import { saveVendor } from "@/lib/vendors/actions";
import { readVendorOf } from "@/lib/vendors/read";

export const metadata: Metadata = { title: "Edit vendor" };

export default async function EditVendorPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("vendor:write");
  const vendor = (await readVendorOf(member, (await params).id)) ?? notFound();
  const href = `/vendors/${vendor.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Vendors", href: "/vendors" }, { label: vendor.legalName, href }, { label: "Edit" }]}
        title="Edit vendor"
        subline={`${vendor.code} · ${vendor.legalName}`}
      />
      <FormLayout>
        <ActionForm action={saveVendor} draftKey={`vendor:${vendor.id}`}>
          <input type="hidden" name="id" value={vendor.id} />
          <input type="hidden" name="version" value={vendor.version} />
          <VendorFields vendor={vendor} />
          <FormButtons>
            <SubmitButton>Save vendor</SubmitButton>
            <LinkButton variant="quiet" href={href}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
