// A file like the ones that service desks export: 36 columns, dates as dd-MM-yyyy HH:mm, `?` for nothing.

export const INCIDENT_COLUMNS = [
  ..."number incident_state active reassignment_count reopen_count sys_mod_count made_sla caller_id opened_by".split(
    " ",
  ),
  ..."opened_at sys_created_by sys_created_at sys_updated_by sys_updated_at contact_type location category".split(" "),
  ..."subcategory u_symptom cmdb_ci impact urgency priority assignment_group assigned_to knowledge".split(" "),
  ..."u_priority_confirmation notify problem_id rfc vendor caused_by closed_code resolved_by resolved_at closed_at".split(
    " ",
  ),
];
export const TIME_COLUMNS = ["opened_at", "resolved_at", "closed_at"];

const START = Date.UTC(2025, 0, 1);
const MINUTES = 24 * 30 * 24 * 60;
const PRIORITIES = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function dateText(minutes: number): string {
  const date = new Date(START + minutes * 60_000);
  const day = `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${date.getUTCFullYear()}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

function lineOf(row: number, rows: number, perCase: number): string {
  const incident = Math.floor(row / perCase);
  // Spread over 24 months in time order; the multiplier only makes cells differ.
  const opened = Math.floor((row / rows) * MINUTES);
  const noise = (incident * 7919) % 10_007;
  const resolved = noise % 17 === 0 ? "?" : dateText(opened + 30 + noise);
  const cells = [
    `INC${String(incident).padStart(7, "0")}`,
    row % perCase === perCase - 1 ? "Closed" : "Active",
    "FALSE",
    String(noise % 5),
    "0",
    String(row % 9),
    noise % 10 === 0 ? "FALSE" : "TRUE",
    `Caller ${noise % 5000}`,
    `Opened by ${noise % 200}`,
    dateText(Math.floor(((incident * perCase) / rows) * MINUTES)),
    `Created by ${noise % 90}`,
    dateText(opened + 7),
    `Updated by ${noise % 800}`,
    dateText(opened + 90),
    "Phone",
    `Location ${noise % 220}`,
    `Category ${noise % 60}`,
    `Subcategory ${noise % 250}`,
    `Symptom ${noise % 500}`,
    "?",
    "2 - Medium",
    "2 - Medium",
    PRIORITIES[noise % 4] ?? "4 - Low",
    `Group ${noise % 75}`,
    noise % 3 === 0 ? "?" : `Resolver ${noise % 230}`,
    "TRUE",
    "FALSE",
    "Do Not Notify",
    "?",
    "?",
    "?",
    "?",
    `code ${noise % 17}`,
    `Resolved by ${noise % 210}`,
    resolved,
    dateText(opened + 7200 + noise),
  ];
  return cells.join(",");
}

/** The file in pieces of a few hundred lines. */
export async function* incidentFile(rows: number, perCase: number): AsyncGenerator<Buffer> {
  yield Buffer.from(`${INCIDENT_COLUMNS.join(",")}\n`);
  for (let at = 0; at < rows; at += 500) {
    const lines: string[] = [];
    for (let row = at; row < Math.min(at + 500, rows); row++) lines.push(lineOf(row, rows, perCase));
    yield Buffer.from(`${lines.join("\n")}\n`);
  }
}
