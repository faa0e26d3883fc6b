/** The one password of everybody in the sample organization. It is known to the world and good for looking around. */
export const SAMPLE_PASSWORD = "sample harbour lantern";

/** Who can sign in to the sample organization: printed by `npm run up` and shown on the sign-in page. */
export const signIns: { name: string; email: string; role: string; password: string }[] = [
  { name: "Ada Winterbourne", email: "ada@calder-finch.example", role: "administrator", password: SAMPLE_PASSWORD },
  { name: "Oskar Lindqvale", email: "oskar@calder-finch.example", role: "operations", password: SAMPLE_PASSWORD },
  { name: "Petra Quillmann", email: "petra@calder-finch.example", role: "procurement", password: SAMPLE_PASSWORD },
  { name: "Edgar Thistlewood", email: "edgar@calder-finch.example", role: "executive", password: SAMPLE_PASSWORD },
  { name: "Fenna Ostermoor", email: "fenna@calder-finch.example", role: "finance", password: SAMPLE_PASSWORD },
  { name: "Aurel Brightwater", email: "aurel@calder-finch.example", role: "auditor", password: SAMPLE_PASSWORD },
  { name: "Vera Holmquist", email: "vera@orsted-vale.example", role: "vendor", password: SAMPLE_PASSWORD },
  { name: "Aino Kettula", email: "aino@tessellate.example", role: "vendor", password: SAMPLE_PASSWORD },
];
