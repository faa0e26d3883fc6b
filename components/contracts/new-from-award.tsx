import { FileSignature } from "lucide-react";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { DateInput } from "@/components/ui/input";
import { MoneyText } from "@/components/ui/money-text";
import { addContractFromAward } from "@/lib/contracts/actions";
import type { listOpenAwards } from "@/lib/contracts/queries";
import type { Reader } from "@/lib/shared/format";

type Award = Awaited<ReturnType<typeof listOpenAwards>>[number];

/** Final awards without a contract, each one step away from it. */
export function NewFromAward({ awards, reader }: { awards: readonly Award[]; reader: Reader }) {
  return (
    <Card>
      <CardHeader title="From an award" sub="Vendor, value, term, prices and service levels are taken over." />
      {awards.map((award) => (
        <CardRow
          key={`${award.awardId} ${award.vendorId}`}
          icon={<FileSignature aria-hidden />}
          sub={
            <>
              {award.rfp} · {award.lot} · <MoneyText amount={award.amount} currency={award.currency} reader={reader} />{" "}
              over {award.termMonths} months
            </>
          }
          action={
            <FormDialog
              action={addContractFromAward}
              fields={{ awardId: award.awardId, vendorId: award.vendorId }}
              title={`Contract with ${award.vendor}`}
              description={`It runs for ${award.termMonths} months from its first day, as the RFP says.`}
              submit="Create contract"
              label="Make contract"
              size="sm"
            >
              <Field name="startDate" label="First day" required>
                <DateInput />
              </Field>
            </FormDialog>
          }
        >
          {award.vendor}
        </CardRow>
      ))}
    </Card>
  );
}
