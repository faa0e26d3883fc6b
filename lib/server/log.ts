import "server-only";
import pino from "pino";

/** Structured, without personal data: ids and codes only. Level from LOG_LEVEL. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { app: "steward" },
  redact: { paths: ["password", "*.password", "token", "*.token", "authorization", "cookie"], censor: "[secret]" },
  serializers: { error: pino.stdSerializers.err },
});
