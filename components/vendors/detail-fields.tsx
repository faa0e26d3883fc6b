import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CERTIFICATE_LABEL, optionsOf, SHORE_LABEL } from "@/lib/vendors/labels";
import type { CertificateView, LocationView, SubcontractorView } from "@/lib/vendors/schema";

export function LocationFields({ location }: { location?: LocationView }) {
  return (
    <FieldRow columns={3}>
      <Field name="site" label="Site" required>
        <Input defaultValue={location?.site} />
      </Field>
      <Field name="country" label="Country" help="Such as PL." required>
        <Input defaultValue={location?.country} maxLength={2} />
      </Field>
      <Field name="shore" label="Seen from you" required>
        <Select options={optionsOf(SHORE_LABEL)} placeholder="Choose…" defaultValue={location?.shore ?? ""} />
      </Field>
    </FieldRow>
  );
}

export function CertificateFields({ certificate }: { certificate?: CertificateView }) {
  return (
    <>
      <FieldRow columns={3}>
        <Field name="kind" label="Certificate" required>
          <Select options={optionsOf(CERTIFICATE_LABEL)} placeholder="Choose…" defaultValue={certificate?.kind ?? ""} />
        </Field>
        <Field name="name" label="Name or scope">
          <Input defaultValue={certificate?.name} />
        </Field>
        <Field name="number" label="Number">
          <Input defaultValue={certificate?.number} />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field name="issuedOn" label="Issued on">
          <DateInput defaultValue={certificate?.issuedOn ?? ""} />
        </Field>
        <Field name="expiresOn" label="Expires on">
          <DateInput defaultValue={certificate?.expiresOn ?? ""} />
        </Field>
      </FieldRow>
    </>
  );
}

type SubcontractorProps = { subcontractor?: SubcontractorView; parents: readonly { id: string; name: string }[] };

export function SubcontractorFields({ subcontractor, parents }: SubcontractorProps) {
  return (
    <>
      <FieldRow>
        <Field name="name" label="Name" required>
          <Input defaultValue={subcontractor?.name} />
        </Field>
        <Field name="country" label="Country" help="Such as IN." required>
          <Input defaultValue={subcontractor?.country} maxLength={2} />
        </Field>
      </FieldRow>
      <Field name="service" label="What it does">
        <Input defaultValue={subcontractor?.service} />
      </Field>
      <Field name="parentId" label="Works for">
        <Select
          placeholder="The vendor itself"
          options={parents
            .filter((parent) => parent.id !== subcontractor?.id)
            .map((parent) => ({ value: parent.id, label: parent.name }))}
          defaultValue={subcontractor?.parentId ?? ""}
        />
      </Field>
    </>
  );
}
