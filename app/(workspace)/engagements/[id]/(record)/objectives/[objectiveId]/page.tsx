import { Trash2 } from "lucide-react";
import { notFound } from "next/navigation";
import { ObjectiveFields } from "@/components/engagements/objective-fields";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { deleteObjective, saveObjective } from "@/lib/engagements/actions";
import { findObjective } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

type Props = { params: Promise<{ id: string; objectiveId: string }> };

export default async function ObjectivePage({ params }: Props) {
  const { id, objectiveId } = await params;
  const member = await requireMember("objective:write");
  const objective = isRecordId(objectiveId) ? await findObjective(member.organizationId, objectiveId) : null;
  if (!objective || objective.engagementId !== id) notFound();
  const fields = { id: objective.id, version: objective.version };
  return (
    <Card>
      <CardHeader
        title={objective.name}
        action={
          <ActionButton
            action={deleteObjective}
            fields={fields}
            variant="danger"
            size="sm"
            icon={<Trash2 aria-hidden />}
            confirm={{ title: "Remove this objective?", body: <p>It stays in the audit log, and nowhere else.</p> }}
          >
            Remove
          </ActionButton>
        }
      />
      <CardBody>
        <ActionForm action={saveObjective} draftKey={`objective:${objective.id}`}>
          <input type="hidden" name="id" value={objective.id} />
          <input type="hidden" name="version" value={objective.version} />
          <ObjectiveFields objective={objective} hasResult />
          <FormButtons>
            <SubmitButton>Save objective</SubmitButton>
            <LinkButton variant="quiet" href={`/engagements/${id}/objectives`}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
