import { d } from "@/lib/shared/decimal";
import type { ContractTerms } from "./contract-months";

/** As stored with the contract: what holds for all its service levels. */
export type CreditTermsText = {
  pointsTable?: readonly (readonly [string, string])[];
};

export function readPointsTable(text: unknown): ContractTerms["pointsTable"] {
  const table = (text as CreditTermsText | null)?.pointsTable ?? [];
  return table.map(([points, percent]) => ({ points: d(points), percent: d(percent) }));
}
