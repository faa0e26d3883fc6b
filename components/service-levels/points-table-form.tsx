"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/shared/action-state";

type PointsTableFormProps = {
  action: FormAction;
  fields: Record<string, string | number>;
  rows: readonly [string, string][];
  mayWrite: boolean;
};

/** Points of a month → percent of its charges, for service levels that are credited by points. */
export function PointsTableForm({ action, fields, rows, mayWrite }: PointsTableFormProps) {
  const [lines, setLines] = useState(rows.map((row, index) => ({ key: index, row })));
  if (!mayWrite && rows.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Table of points" sub="For service levels that are credited by points." />
      <CardBody>
        <ActionForm action={action}>
          {Object.entries(fields).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          {lines.map(({ key, row }, index) => (
            <div key={key} className="flex items-end gap-2">
              <Field name={`pointsTable.${index}.0`} label="Points, from" required>
                <DecimalInput defaultValue={row[0]} disabled={!mayWrite} />
              </Field>
              <Field name={`pointsTable.${index}.1`} label="Of charges" required>
                <DecimalInput defaultValue={row[1]} unit="%" disabled={!mayWrite} />
              </Field>
              {mayWrite ? (
                <Button
                  size="icon"
                  variant="quiet"
                  aria-label={`Remove row ${index + 1}`}
                  icon={<X aria-hidden />}
                  onClick={() => setLines(lines.filter((line) => line.key !== key))}
                />
              ) : null}
            </div>
          ))}
          {mayWrite ? (
            <div className="flex flex-wrap gap-2">
              <Button
                size="sm"
                icon={<Plus aria-hidden />}
                onClick={() =>
                  setLines([...lines, { key: Math.max(0, ...lines.map((line) => line.key)) + 1, row: ["", ""] }])
                }
              >
                Add row
              </Button>
              <SubmitButton size="sm" variant="secondary">
                Save table
              </SubmitButton>
            </div>
          ) : null}
        </ActionForm>
      </CardBody>
    </Card>
  );
}
