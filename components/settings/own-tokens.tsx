import { Card, CardHeader } from "@/components/ui/card";
import { QuietLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/shared/format";
import { type Token, TokenTable } from "./token-table";

export function OwnTokens({ tokens, reader }: { tokens: readonly Token[]; reader: Reader }) {
  return (
    <Card>
      <CardHeader
        title="My API tokens"
        sub="Programs that act with your rights."
        action={<QuietLink href="/settings/tokens">Make a token</QuietLink>}
      />
      <TokenTable tokens={tokens} reader={reader} />
    </Card>
  );
}
