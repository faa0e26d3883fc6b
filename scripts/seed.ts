// Fills the database in DATABASE_URL with the sample organization: `node scripts/bootstrap.mjs run scripts/seed.ts`.
import { assemble } from "@/lib/assemble";
import { seedSampleOrganization } from "@/prisma/seed/index";

assemble();
await seedSampleOrganization();
process.exit(0);
