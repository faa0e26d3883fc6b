/** What the portfolio page shows. Amounts are decimals as text in the organization's currency. */
export type PortfolioContent = {
  currency: string;
  asOfMonth: string;
  money: { month: string; actual: string; planned: string | null; credits: string }[];
  /** Contracts in other currencies are not added up: there is no rate to do it with. */
  otherCurrencies: { currency: string; contracts: number }[];
  attainment: { month: string; met: number; belowExpected: number; belowMinimum: number; missing: number }[];
  byVendor: AttainmentGroup[];
  byCategory: AttainmentGroup[];
  byCountry: AttainmentGroup[];
  pipeline: { stage: string; engagements: number; value: string }[];
  health: { health: string; engagements: number }[];
  risks: { probability: number; impact: number; count: number }[];
  /** Charges of the last twelve months. */
  charges: {
    vendorId: string;
    vendor: string;
    country: string;
    engagementId: string;
    engagement: string;
    amount: string;
  }[];
  renewals: { contractId: string; code: string; title: string; vendor: string; endDate: string; decideBy: string }[];
};

export type AttainmentGroup = { key: string; label: string; met: number; counted: number };
