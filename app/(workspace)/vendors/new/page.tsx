import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { VendorFields } from "@/components/vendors/vendor-fields";
import { requireMember } from "@/lib/access/session";
import { addVendor } from "@/lib/vendors/actions";

export const metadata: Metadata = { title: "New vendor" };

export default async function NewVendorPage() {
  await requireMember("vendor:write");
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Vendors", href: "/vendors" }, { label: "New" }]}
        title="New vendor"
        subline="It starts as a prospect. Contacts, locations and certificates follow on its page."
      />
      <FormLayout>
        <ActionForm action={addVendor} draftKey="vendor:new">
          <VendorFields />
          <FormButtons>
            <SubmitButton>Create vendor</SubmitButton>
            <LinkButton variant="quiet" href="/vendors">
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
