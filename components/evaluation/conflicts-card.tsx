import { Scale } from "lucide-react";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type MemberActor, may } from "@/lib/access/actor";
import { declareInterestsAction } from "@/lib/sourcing/evaluation/actions";
import type { Lot } from "@/lib/sourcing/evaluation/queries";

type ConflictsCardProps = { lot: Lot; invited: { vendorId: string; name: string }[]; member: MemberActor };

const OPEN = ["published", "closed", "evaluation", "awarded"];

/** Who is not independent of whom, and where to say so. It bars from everything that decides about that bidder. */
export function ConflictsCard({ lot, invited, member }: ConflictsCardProps) {
  const own = new Set(lot.conflicts.filter((each) => each.memberId === member.memberId).map((each) => each.vendorId));
  const left = invited.filter((vendor) => !own.has(vendor.vendorId));
  const canDeclare = may(member, "interest:declare") && OPEN.includes(lot.rfp.state) && left.length > 0;
  return (
    <Card>
      <CardHeader title="Conflicts of interest" sub="For all lots of the RFP" />
      {lot.conflicts.map((conflict) => (
        <CardRow key={`${conflict.memberId}${conflict.vendorId}`} icon={<Scale aria-hidden />} sub={conflict.reason}>
          {conflict.member}: {conflict.vendor}
        </CardRow>
      ))}
      {lot.conflicts.length === 0 ? <CardRow>None is declared.</CardRow> : null}
      {canDeclare ? (
        <CardBody className="border-line border-t">
          <FormDialog
            action={declareInterestsAction}
            fields={{ rfpId: lot.rfp.id, "conflicts.0.hasConflict": "true" }}
            title="Declare a conflict of interest"
            description="From then on you neither open, examine, score, moderate, propose nor decide where this vendor is concerned. It cannot be taken back."
            submit="Declare the conflict"
            label="Declare a conflict"
          >
            <Field name="conflicts.0.vendorId" label="Vendor" required>
              <Select
                defaultValue=""
                placeholder="Choose a vendor"
                options={left.map((vendor) => ({ value: vendor.vendorId, label: vendor.name }))}
              />
            </Field>
            <Field name="conflicts.0.reason" label="What the conflict is" required>
              <Textarea rows={3} />
            </Field>
          </FormDialog>
        </CardBody>
      ) : null}
    </Card>
  );
}
