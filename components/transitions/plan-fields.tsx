import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";

type Plan = { name: string; plannedStart: string; plannedGoLive: string; contract: { id: string } | null };

export function PlanFields({ plan, contracts }: { plan?: Plan; contracts: readonly Option[] }) {
  return (
    <>
      <Field name="name" label="Name" required>
        <Input defaultValue={plan?.name} />
      </Field>
      <FieldRow columns={2}>
        <Field name="plannedStart" label="Start" required>
          <DateInput defaultValue={plan?.plannedStart} />
        </Field>
        <Field name="plannedGoLive" label="Go-live" required>
          <DateInput defaultValue={plan?.plannedGoLive} />
        </Field>
      </FieldRow>
      <Field name="contractId" label="Contract" help="Its vendor signs the knowledge items in the portal.">
        <Select options={contracts} placeholder="None yet" defaultValue={plan?.contract?.id ?? ""} />
      </Field>
    </>
  );
}
