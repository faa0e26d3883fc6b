// Fills the database in DATABASE_URL with the sample organization: `node scripts/bootstrap.mjs run scripts/seed.ts`.
import { seedSampleOrganization } from "@/prisma/seed/index";

await seedSampleOrganization();
process.exit(0);
