import { Pencil, Plus, Send, Trash2 } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { DateInput, Textarea } from "@/components/ui/input";
import { discard, dropChange, proposeToBoth, saveHead } from "@/lib/agreements/draft-actions";
import type { AmendmentWithText } from "@/lib/agreements/queries/amendments";
import type { AmendmentParts } from "@/lib/agreements/rules/amended-text";
import { type AmendableTerm, TERM_LABEL } from "@/lib/contracts/labels";

type Props = { amendment: AmendmentWithText; base: string };
type Change = { what: string; key: string; label: string };

const TERMS: Record<string, string> = {
  dataProtectionTerms: "Data protection",
  creditTerms: "Table of points",
};

function listChanges({ changes, parts }: AmendmentWithText): Change[] {
  const { chargeLines, kpis, serviceLevels, documents } = parts as unknown as AmendmentParts;
  return [
    ...Object.keys(changes).map((key) => ({
      what: "term",
      key,
      label: TERMS[key] ?? TERM_LABEL[key as AmendableTerm] ?? key,
    })),
    ...chargeLines.map(({ code, line }) => ({
      what: "chargeLine",
      key: code,
      label: line ? `Charge line ${code} ${line.name}` : `Charge line ${code} ends`,
    })),
    ...kpis.map(({ code, name }) => ({ what: "kpi", key: code, label: `KPI ${code} ${name}` })),
    ...serviceLevels.map(({ kpi, level }) => ({
      what: "serviceLevel",
      key: kpi,
      label: level ? `Service level on ${kpi}` : `Service level on ${kpi} ends`,
    })),
    ...documents.map(({ id, name }) => ({ what: "document", key: id, label: `Document ${name}` })),
  ];
}

const WAYS = [
  { path: "terms", label: "Terms" },
  { path: "charge-line", label: "Charge line" },
  { path: "kpi", label: "KPI" },
  { path: "service-level", label: "Service level" },
  { path: "points", label: "Table of points" },
  { path: "documents", label: "Documents" },
];

/** What a draft changes so far, ways to add more, and the step that shows it to the others. */
export function DraftTools({ amendment, base }: Props) {
  const fields = { id: amendment.id, version: amendment.version };
  const changes = listChanges(amendment);
  return (
    <Card>
      <CardHeader
        title="What changes"
        sub="Each part in its own form; the table below shows old beside new."
        action={
          <FormDialog
            action={saveHead}
            fields={fields}
            title="Day and sentence"
            submit="Save"
            label="Day and sentence"
            size="sm"
            icon={<Pencil aria-hidden />}
          >
            <Field name="effectiveFrom" label="In force from" required>
              <DateInput defaultValue={amendment.effectiveFrom} />
            </Field>
            <Field name="summary" label="In a sentence" required>
              <Textarea rows={3} defaultValue={amendment.summary} />
            </Field>
          </FormDialog>
        }
      />
      {changes.map(({ what, key, label }) => (
        <CardRow
          key={`${what} ${key}`}
          action={
            <ActionButton
              action={dropChange}
              fields={{ ...fields, what, key }}
              size="sm"
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              aria-label={`Take out ${label}`}
            >
              Take out
            </ActionButton>
          }
        >
          {label}
        </CardRow>
      ))}
      <CardBody>
        <div className="flex flex-wrap gap-2">
          {WAYS.map(({ path, label }) => (
            <LinkButton key={path} href={`${base}/${path}`} size="sm" icon={<Plus aria-hidden />}>
              {label}
            </LinkButton>
          ))}
        </div>
      </CardBody>
      <CardBody className="flex flex-wrap gap-2 border-line border-t">
        {changes.length > 0 ? (
          <ActionButton
            action={proposeToBoth}
            fields={fields}
            variant="primary"
            icon={<Send aria-hidden />}
            confirm={{
              title: "Propose this amendment?",
              label: "Propose amendment",
              body: (
                <p>
                  It is not rewritten from then on. The vendor reads and assents to it; above the limit an executive
                  approves it. Then it is in force from its date.
                </p>
              ),
            }}
          >
            Propose amendment
          </ActionButton>
        ) : null}
        <ActionButton
          action={discard}
          fields={fields}
          variant="danger"
          icon={<Trash2 aria-hidden />}
          confirm={{ title: "Discard this draft?", label: "Discard draft", body: <p>Nobody else has seen it.</p> }}
        >
          Discard draft
        </ActionButton>
      </CardBody>
    </Card>
  );
}
