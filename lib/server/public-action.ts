import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Device } from "@/lib/access/open-session";
import type { ActionState, FormAction } from "@/lib/shared/action-state";
import { formToObject } from "@/lib/shared/form";
import type { Outcome } from "@/lib/shared/outcome";
import { type Answer, toRefused } from "./action";
import { logger } from "./log";
import { isOwnOrigin, traceOf } from "./request-trace";
import { validate } from "./validate";

export async function readDevice(): Promise<Device> {
  const given = await headers();
  return { ...traceOf(given), userAgent: given.get("user-agent") };
}

/**
 * A form's action for somebody who is not signed in: origin, schema, then the handler, which does its own checks.
 * Leads on by a redirect from the server, because the page that follows belongs to a new session.
 */
export function publicAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, device: Device) => Promise<Outcome<Answer<unknown>>>,
): FormAction {
  return async (_, form): Promise<ActionState> => {
    if (!isOwnOrigin(await headers())) {
      return { status: "refused", message: "This request did not come from Steward." };
    }
    const input = validate(schema, formToObject(form));
    if (!input.ok) return toRefused(input);
    const device = await readDevice();
    const outcome = await handler(input.value, device).catch((error: unknown) => {
      logger.error({ error, requestId: device.requestId }, "An action failed");
      return {
        ok: false as const,
        reason: "state" as const,
        message: "This did not work, and nothing was changed. Try again in a moment.",
      };
    });
    if (!outcome.ok) return toRefused(outcome);
    const { redirectTo, message, value } = outcome.value;
    if (redirectTo) redirect(redirectTo);
    return { status: "done", ...(message ? { message } : {}), ...(value !== undefined ? { value } : {}) };
  };
}
