export type SimulatorName = "working-time" | "evaluation" | "service-credits" | "business-case" | "charges";

export const simulators: readonly { name: SimulatorName; title: string; question: string }[] = [
  {
    name: "evaluation",
    title: "Award weights",
    question: "Who wins the RFP, and at which weight of quality against price does the winner change?",
  },
  {
    name: "service-credits",
    title: "Service credits",
    question: "What would a credit scheme have cost the provider over these periods?",
  },
  {
    name: "business-case",
    title: "Business case",
    question: "What is a row of yearly cash flows worth today, what does it return, when is it paid back?",
  },
  {
    name: "charges",
    title: "Contract types",
    question: "What does a charge line come to for a delivery: fixed, by volume, by hours, by outcome?",
  },
  {
    name: "working-time",
    title: "Working time",
    question: "When is a case due by a calendar with openings, holidays and pauses?",
  },
];

export function titleOf(name: SimulatorName): string {
  return simulators.find((each) => each.name === name)?.title ?? name;
}
