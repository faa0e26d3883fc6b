/** The code of a charge line by its place in the contract: `CL-01`. */
export function lineCode(position: number): string {
  return `CL-${String(position).padStart(2, "0")}`;
}
