// Checks the audit log behind the app's back: `npm run -s audit:verify [organization]` (by its slug; else all).
import { verifyChain } from "@/lib/server/audit/verify";
import { db, disconnect } from "@/lib/server/database";

const slug = process.argv[2];
const organizations = await db.organization.findMany({
  where: slug ? { slug } : {},
  orderBy: { slug: "asc" },
  select: { id: true, slug: true },
});
if (slug && organizations.length === 0) {
  console.error(`There is no organization ${slug}.`);
  process.exit(1);
}
let broken = 0;
for (const organization of organizations) {
  const report = await verifyChain(organization.id);
  if (report.ok) {
    console.log(`${organization.slug}: ok, ${report.events} events, head ${report.head || "(none)"}`);
  } else {
    broken += 1;
    console.log(`BROKEN at event ${report.sequence} of ${organization.slug}: ${report.problem}`);
  }
}
await disconnect();
process.exit(broken > 0 ? 1 : 0);
