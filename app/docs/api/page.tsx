import type { Metadata } from "next";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Stack } from "@/components/ui/page-layout";
import { Badge } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { SchemaTree } from "@/components/workspace/schema-tree";
import { endpoints } from "@/lib/api/endpoints";
import { operationId } from "@/lib/api/openapi";
import { describeEndpoint } from "@/lib/api/reference";
import type { Endpoint } from "@/lib/server/api/endpoint";

export const metadata: Metadata = { title: "API reference" };

const TONES = { GET: "good", POST: "accent", PATCH: "warn", PUT: "warn", DELETE: "bad" } as const;

function Operation({ endpoint }: { endpoint: Endpoint }) {
  const { callers, parameters, body, response } = describeEndpoint(endpoint);
  return (
    <Card>
      <details id={operationId(endpoint)} className="group">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
          <Badge tone={TONES[endpoint.method]}>{endpoint.method}</Badge>
          <code className="text-sm">/api/v1{endpoint.path}</code>
          <span className="text-ink-2">{endpoint.summary}</span>
        </summary>
        <div className="grid gap-4 border-line border-t px-4 py-3 text-sm">
          {endpoint.description ? <p>{endpoint.description}</p> : null}
          <p className="text-ink-2">{callers}</p>
          {parameters.length > 0 ? <SchemaTree title="Parameters" fields={parameters} /> : null}
          {body ? <SchemaTree title={`Body (${body.types.join(", ")})`} fields={body.fields} /> : null}
          <SchemaTree title={`Answer ${endpoint.status}`} fields={response} />
        </div>
      </details>
    </Card>
  );
}

export default function ApiReference() {
  const tags = [...new Set(endpoints.map((endpoint) => endpoint.tag))];
  return (
    <main id="main" className="min-h-dvh bg-canvas">
      <Page>
        <PageHeader
          crumbs={[{ label: "Steward", href: "/" }]}
          title="API reference"
          subline="Everything that a person can do in the app, a program can do here, with the same rules and rights."
        />
        <Stack>
          <Card>
            <CardHeader title="First call" />
            <CardBody>
              <p>
                Make a token under Settings → API tokens and send it as <code>Authorization: Bearer …</code>. Lists take{" "}
                <code>limit</code>, <code>cursor</code> and <code>sort</code>; changes take <code>If-Match</code> with
                the version that you have read; a <code>POST</code> may carry an <code>Idempotency-Key</code>. Errors
                are RFC 9457 problems with a pointer to each refused value. The whole description is{" "}
                <TextLink href="/api/v1/openapi.json">openapi.json</TextLink> (OpenAPI 3.1).
              </p>
            </CardBody>
          </Card>
          {tags.map((tag) => (
            <section key={tag} className="grid gap-2" aria-labelledby={`tag-${tag}`}>
              <h2 id={`tag-${tag}`} className="font-semibold text-lg">
                {tag}
              </h2>
              {endpoints
                .filter((endpoint) => endpoint.tag === tag)
                .map((endpoint) => (
                  <Operation key={operationId(endpoint)} endpoint={endpoint} />
                ))}
            </section>
          ))}
        </Stack>
      </Page>
    </main>
  );
}
