// Prints one bearer token of a person for the API: `npm run -s token -- <e-mail>`.
import { listPlaces, placeActor } from "@/lib/access/places";
import { createToken } from "@/lib/access/tokens";
import { db, disconnect } from "@/lib/server/database";

const email = process.argv[2]?.toLowerCase();
if (!email) fail("Whose token? Write: npm run -s token -- <e-mail>");

const person = await db.person.findUnique({ where: { email }, select: { id: true, name: true, disabledAt: true } });
const place = person && !person.disabledAt ? (await listPlaces(person.id))[0] : undefined;
if (!person || !place) fail(`Nobody with the address ${email} can sign in.`);

const trace = { requestId: null, ipAddress: null };
const outcome = await createToken(placeActor(person, place, trace), { name: "Command line", scopes: [], days: 90 });
if (!outcome.ok) fail(outcome.message);
console.log(outcome.value.token);
await disconnect();
process.exit(0);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
