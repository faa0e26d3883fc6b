import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Without this the command line downloads a program; see prisma/engine.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("prisma/engine/schema-engine.mjs", import.meta.url));
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= "1";
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://steward@127.0.0.1:5432/steward" },
});
