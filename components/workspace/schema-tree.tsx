import type { ReferenceField } from "@/lib/api/reference";

/** The fields of a request or an answer, indented as they nest. */
export function SchemaTree({ title, fields }: { title: string; fields: readonly ReferenceField[] }) {
  return (
    <section className="grid gap-1">
      <h3 className="font-medium text-ink-2 text-xs">{title}</h3>
      {fields.length === 0 ? <p className="text-ink-2">No named fields.</p> : null}
      <ul className="grid">
        {fields.map((field, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: alternatives may repeat a name, and the list never changes
            key={index}
            className="flex flex-wrap gap-x-3 border-line border-b py-1 last:border-b-0"
            style={{ paddingInlineStart: `${field.depth * 1.25}rem` }}
          >
            <code className="font-medium">{field.name}</code>
            <span className="break-all text-ink-2">{field.type}</span>
            {field.isRequired ? <span className="text-warn">required</span> : null}
            {field.description ? <span className="text-ink-2">{field.description}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
