import { type Decimal, d, toDecimalText } from "@/lib/shared/decimal";
import type { BusinessCaseSimulation, BusinessCaseSimulationResult } from "../simulation-schema";
import { findDatedInternalRate, findInternalRate, type InternalRate } from "./internal-rate";
import { calculatePayback } from "./payback";
import { calculateNpv, calculateXnpv, type DatedFlow, discountFlows } from "./present-value";

/** The business case simulator: parsed input in, the answer of the API out. The same rules as in the app. */
export function simulateBusinessCase(input: BusinessCaseSimulation): BusinessCaseSimulationResult {
  const rate = d(input.rate);
  const dated: DatedFlow[] = [];
  const plain: Decimal[] = [];
  for (const flow of input.flows) {
    if (typeof flow === "string") plain.push(d(flow));
    else dated.push({ date: flow.date, amount: d(flow.amount) });
  }
  if (dated.length > 0) {
    const npv = calculateXnpv(dated, rate);
    const irr = findDatedInternalRate(dated);
    return { npv: toDecimalText(npv.result), irr: writeRate(irr.result), steps: [...npv.steps, ...irr.steps] };
  }
  const convention = input.convention ?? "t0";
  const npv = calculateNpv(plain, rate, convention);
  const irr = findInternalRate(plain);
  const payback = calculatePayback(plain);
  const discounted = calculatePayback(discountFlows(plain, rate, convention));
  const steps = [
    ...npv.steps,
    ...irr.steps,
    { label: "Payback in periods", value: payback ? toDecimalText(payback) : "never" },
    { label: "Discounted payback in periods", value: discounted ? toDecimalText(discounted) : "never" },
  ];
  return {
    npv: toDecimalText(npv.result),
    irr: writeRate(irr.result),
    payback: payback && toDecimalText(payback),
    discountedPayback: discounted && toDecimalText(discounted),
    steps,
  };
}

/** Rates with all their decimals, so that at least ten digits are there. */
function writeRate(rate: InternalRate): BusinessCaseSimulationResult["irr"] {
  return { status: rate.status, values: rate.values.map((value) => value.toFixed()) };
}
