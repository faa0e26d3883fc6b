import { Card, CardBody, CardHeader } from "@/components/ui/card";

type SampleSignIns = { password: string; people: readonly { name: string; email: string; role: string }[] };

/** Only where the sample organization lives: whom to try, one per role. */
export function SampleSignIns({ password, people }: SampleSignIns) {
  return (
    <Card>
      <CardHeader title="Sample organization" sub="Everybody in it has the same password." level={2} />
      <CardBody className="grid gap-3">
        <p>
          Password: <code className="select-all rounded bg-sunken px-1.5 py-0.5 font-mono text-sm">{password}</code>
        </p>
        <ul className="grid gap-1.5 text-sm">
          {people.map((person) => (
            <li key={person.email} className="flex flex-wrap justify-between gap-x-3">
              <code className="select-all font-mono">{person.email}</code>
              <span className="text-ink-2">{person.role}</span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
