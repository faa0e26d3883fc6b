import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { roles } from "@/lib/access/rights";
import { roleHelp, roleLabel } from "./role-name";

export function RoleBoxes({ chosen = [] }: { chosen?: readonly string[] }) {
  return (
    <Field name="roles" label="Roles" required group help="Rights add up. Settings → Rights shows what each may do.">
      <div className="grid gap-1.5 sm:grid-cols-2">
        {roles.map((role) => (
          <Checkbox
            key={role}
            name="roles[]"
            value={role}
            label={roleLabel(role)}
            help={roleHelp(role)}
            defaultChecked={chosen.includes(role)}
          />
        ))}
      </div>
    </Field>
  );
}
