/** Answers go from 1 to 5. Where a high answer speaks against outsourcing the criterion is reversed. */
export type SuitabilityCriterion = {
  key: string;
  name: string;
  question: string;
  weight: string;
  isReversed: boolean;
  /** A low answer is something that the organization can mend before it hands the work over. */
  isImprovable: boolean;
  lowMeans: string;
  highMeans: string;
};

export type KnockOut = { key: string; name: string; question: string };

/** Scores at or above `outsource` speak for it, scores below `keep` against it. */
export type SuitabilityThresholds = { outsource: string; keep: string };

export const DEFAULT_THRESHOLDS: SuitabilityThresholds = { outsource: "70", keep: "50" };

/** The questions that a new assessment starts with. An assessment keeps its own copy of them. */
export const DEFAULT_CRITERIA: SuitabilityCriterion[] = [
  {
    key: "strategicImportance",
    name: "Strategic importance",
    question: "How much does this work set us apart from our competitors?",
    weight: "15",
    isReversed: true,
    isImprovable: false,
    lowMeans: "Everybody does it the same way",
    highMeans: "Customers choose us for it",
  },
  {
    key: "standardisation",
    name: "Standardisation",
    question: "How alike are the cases, and how much does everybody do them the same way?",
    weight: "10",
    isReversed: false,
    isImprovable: true,
    lowMeans: "Every case is its own project",
    highMeans: "One way of working, few exceptions",
  },
  {
    key: "documentation",
    name: "Documentation",
    question: "How well is the work written down: steps, rules, exceptions, figures?",
    weight: "8",
    isReversed: false,
    isImprovable: true,
    lowMeans: "It is in people's heads",
    highMeans: "A new person can work from it",
  },
  {
    key: "volume",
    name: "Volume",
    question: "Is there enough steady work for a provider to gain from scale?",
    weight: "8",
    isReversed: false,
    isImprovable: false,
    lowMeans: "A few hours a week",
    highMeans: "A large team, month after month",
  },
  {
    key: "complexity",
    name: "Complexity",
    question: "How much judgement and rare knowledge does a case need?",
    weight: "8",
    isReversed: true,
    isImprovable: false,
    lowMeans: "Clear rules decide",
    highMeans: "Experts decide case by case",
  },
  {
    key: "dataSensitivity",
    name: "Sensitivity of data",
    question: "How much harm would it do if the data of this work leaked?",
    weight: "8",
    isReversed: true,
    isImprovable: false,
    lowMeans: "Nothing that is not public",
    highMeans: "Health, payment or secret data",
  },
  {
    key: "regulation",
    name: "Regulation",
    question: "How many rules restrict who may do this work, and where?",
    weight: "7",
    isReversed: true,
    isImprovable: false,
    lowMeans: "No special rules",
    highMeans: "A regulator must agree or be told",
  },
  {
    key: "customerProximity",
    name: "Closeness to customers",
    question: "How much of our relationship with customers happens in this work?",
    weight: "7",
    isReversed: true,
    isImprovable: false,
    lowMeans: "Customers never notice it",
    highMeans: "It is where customers meet us",
  },
  {
    key: "knowledgeConcentration",
    name: "Knowledge in few heads",
    question: "On how few people does the knowledge of this work rest?",
    weight: "5",
    isReversed: true,
    isImprovable: true,
    lowMeans: "Many can do every part",
    highMeans: "One person leaves and it stops",
  },
  {
    key: "marketSupply",
    name: "Supply in the market",
    question: "How many able providers compete for this kind of work?",
    weight: "8",
    isReversed: false,
    isImprovable: false,
    lowMeans: "None that we know",
    highMeans: "Many, with good references",
  },
  {
    key: "costGap",
    name: "Cost gap",
    question: "How much cheaper or better could a provider do it, by a first estimate?",
    weight: "8",
    isReversed: false,
    isImprovable: false,
    lowMeans: "No gain",
    highMeans: "A third or more",
  },
  {
    key: "interfaces",
    name: "Interfaces",
    question: "With how many other teams and systems is this work entangled?",
    weight: "4",
    isReversed: true,
    isImprovable: false,
    lowMeans: "It stands alone",
    highMeans: "Every step touches somebody else",
  },
  {
    key: "managementReadiness",
    name: "Readiness to manage it",
    question: "Do we have people who can steer a provider: owner, figures, time?",
    weight: "4",
    isReversed: false,
    isImprovable: true,
    lowMeans: "Nobody is named",
    highMeans: "A named team with experience",
  },
];

/** Any of these overrides the score: the work stays. */
export const KNOCK_OUTS: KnockOut[] = [
  {
    key: "lawForbids",
    name: "The law forbids it",
    question: "Does a law, a licence or a regulator forbid that somebody else does this work?",
  },
  {
    key: "coreDifferentiator",
    name: "It is what we live from",
    question: "Would handing it over give away what customers choose us for?",
  },
  {
    key: "noExit",
    name: "No way back",
    question: "Could we neither take the work back nor give it to another provider within a bearable time?",
  },
  {
    key: "contractForbids",
    name: "A contract forbids it",
    question: "Did we promise customers or partners to do this work ourselves?",
  },
];
