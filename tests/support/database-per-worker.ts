import { inject } from "vitest";
import { createTestDatabase } from "./test-databases";

// Runs before a test file is loaded: whatever it imports finds a database of its own.
process.env.DATABASE_URL = await createTestDatabase(inject("testServer"));
process.env.STEWARD_SECRET = "a secret of the tests, which guards nothing at all";
process.env.STEWARD_SEALING_KEY = "another secret of the tests, guarding nothing either";
process.env.LOG_LEVEL ??= "silent";
// As every process that writes begins: what stands above the domains is handed in.
(await import("@/lib/assemble")).assemble();
