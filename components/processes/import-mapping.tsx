"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type ImportKey, type ImportMapping, importColumns, importKeys } from "@/lib/processes/import/columns";

type ImportMappingProps = {
  header: readonly string[];
  rows: readonly string[][];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
};

/** Which column of the file is taken for which field, with what stands in the first row. */
export function ImportMappingFields({ header, rows, mapping, onChange }: ImportMappingProps) {
  const taken = Object.values(mapping);
  const unused = header.filter((name) => name !== "" && !taken.includes(name));
  const options = header.filter((name) => name !== "").map((name) => ({ value: name, label: name }));

  function choose(key: ImportKey, name: string) {
    const rest = Object.fromEntries(Object.entries(mapping).filter(([other]) => other !== key));
    onChange(name === "" ? rest : { ...rest, [key]: name });
  }

  return (
    <div className="grid gap-4">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {importKeys.map((key) => {
          const name = mapping[key] ?? "";
          const example = name ? (rows[0]?.[header.indexOf(name)] ?? "") : "";
          return (
            <Field
              key={key}
              name={`mapping.${key}`}
              label={importColumns[key].label}
              required={importColumns[key].required === true}
              {...(example ? { help: `First row: ${example.slice(0, 60)}` } : {})}
            >
              <Select
                options={options}
                placeholder="Not in the file"
                value={name}
                onChange={(event) => choose(key, event.currentTarget.value)}
              />
            </Field>
          );
        })}
      </div>
      {unused.length > 0 ? <p className="text-ink-2 text-sm">Left out: {unused.join(", ")}.</p> : null}
    </div>
  );
}
