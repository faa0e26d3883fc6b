import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/shared/action-state";

type RecordFormProps = {
  title: string;
  part: { label: string; href: string };
  action: FormAction;
  draftKey: string;
  target?: { id: string; version: number };
  save: string;
  children: ReactNode;
};

/** The page around the form of an action, an issue or a survey. */
export function RecordForm({ title, part, action, draftKey, target, save, children }: RecordFormProps) {
  return (
    <Page>
      <PageHeader crumbs={[{ label: "Governance", href: "/governance" }, part, { label: title }]} title={title} />
      <FormLayout>
        <ActionForm action={action} draftKey={draftKey}>
          {target ? (
            <>
              <input type="hidden" name="id" value={target.id} />
              <input type="hidden" name="version" value={target.version} />
            </>
          ) : null}
          {children}
          <FormButtons>
            <SubmitButton>{save}</SubmitButton>
            <LinkButton variant="quiet" href={part.href}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
