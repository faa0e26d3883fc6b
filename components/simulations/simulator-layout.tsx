"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Steps } from "@/components/ui/steps";
import type { Step } from "@/lib/shared/steps";
import { encodeShared, SHARE_PARAMETER } from "@/lib/simulations/share";

type SimulatorLayoutProps = {
  /** `evaluation`: the last part of the address, here and in the API. */
  name: string;
  body: unknown;
  errors: Record<string, string>;
  /** The answer belongs to earlier values than those in the form. */
  isOld: boolean;
  steps: readonly Step[];
  form: ReactNode;
  children: ReactNode;
};

/** Values at the left, what they come to at the right; below, the working, a link and the same as a request. */
export function SimulatorLayout({ name, body, errors, isOld, steps, form, children }: SimulatorLayoutProps) {
  const problems = Object.entries(errors);
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <div className="grid min-w-0 gap-4">{form}</div>
      <div className="flex min-w-0 flex-col gap-4">
        <div role="status" className="empty:-mb-4">
          {problems.length > 0 ? (
            <Note tone="warn">
              {problems.length === 1 ? "A value needs a look." : `${problems.length} values need a look.`} The result
              below is of the values before.
              <ul className="mt-1 list-disc pl-5 text-sm">
                {problems.slice(0, 5).map(([path, message]) => (
                  <li key={path}>
                    {path ? <span className="text-ink-3">{path.replaceAll(".", " › ")}: </span> : null}
                    {message}
                  </li>
                ))}
              </ul>
            </Note>
          ) : null}
        </div>
        <div className={isOld ? "grid gap-4 opacity-60" : "grid gap-4"}>{children}</div>
        <Card>
          <CardHeader title="Show the calculation" />
          <details>
            <summary className="min-h-6 px-4 py-3 text-ink-2 text-sm hover:text-ink">
              {steps.length} {steps.length === 1 ? "step" : "steps"}
            </summary>
            <Steps steps={steps} />
          </details>
        </Card>
        <ShareCard name={name} body={body} />
      </div>
    </div>
  );
}

function ShareCard({ name, body }: { name: string; body: unknown }) {
  const shared = encodeShared(body);
  const [origin, setOrigin] = useState("");
  // The address of this installation is known in the browser only.
  useEffect(() => setOrigin(window.location.origin), []);
  const json = JSON.stringify(body, null, 2);
  const request = [
    `curl -X POST ${origin}/api/v1/simulations/${name} \\`,
    `  -H "Authorization: Bearer $TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${json.replaceAll("'", "'\\''")}'`,
  ].join("\n");
  return (
    <Card>
      <CardHeader
        title="Pass it on"
        action={
          shared ? (
            <CopyButton text={`${origin}/simulators/${name}?${SHARE_PARAMETER}=${shared}`} label="Copy link" />
          ) : (
            <span className="text-ink-3 text-sm">Too many values for a link</span>
          )
        }
      />
      <details>
        <summary className="min-h-6 px-4 py-3 text-ink-2 text-sm hover:text-ink">As an API request</summary>
        <CardBody className="grid gap-2 pt-0!">
          <div>
            <CopyButton text={request} label="Copy request" />
          </div>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="max-h-96 overflow-auto rounded-md border border-line bg-sunken p-3 text-xs"
          >
            {request}
          </pre>
          <p className="text-ink-3 text-sm">
            A token is made under Settings. Nothing is stored by a simulation. Fields and answers are described in the{" "}
            <a href="/docs/api" className="text-accent underline">
              API reference
            </a>
            .
          </p>
        </CardBody>
      </details>
    </Card>
  );
}
