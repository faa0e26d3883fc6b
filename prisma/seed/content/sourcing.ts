type Kind = "functional" | "quality" | "compliance" | "security" | "technicalIntegration" | "staffing";
type Priority = "mandatory" | "scored" | "information";

export type SampleScope = {
  inScope: string;
  outOfScope: string;
  retained: string;
  requirements: [section: string, title: string, kind: Kind, priority: Priority][];
  deliverables: string[];
  responsibilities: [activity: string, client: string, vendor: string][];
  levels: [
    name: string,
    unit: string,
    direction: "higher" | "lower",
    expected: string,
    minimum: string,
    baseline: string | null,
  ][];
};

export type SampleBid = {
  vendor: string;
  /** Number of the lot; left out: the first. */
  lot?: number;
  answer: string;
  exceptions?: string;
  valueAdded?: string;
  prices: string[];
  /** By evaluator, by criterion. */
  scores: string[][];
};

export type SampleRfp = {
  engagement: string;
  title: string;
  description: string;
  until: "draft" | "published" | "scoring" | "priced";
  rules: Record<string, string | boolean>;
  criteria: [name: string, weight: string][];
  items: SampleItem[];
  furtherLots?: { title: string; items: SampleItem[] }[];
  evaluators: string[];
  vendors: string[];
  bids: SampleBid[];
  questions?: SampleQuestion[];
  conflicts?: { member: string; vendor: string; reason: string }[];
  /** Abnormally low prices that somebody has asked about. */
  explanations?: { vendor: string; lot: number; request: string }[];
};

type SampleItem = [name: string, unit: string, kind: "recurring" | "oneOff", quantity: string];

export type SampleQuestion = {
  vendor: string;
  question: string;
  answer?: { text: string; published?: string; privateReason?: string };
};

export const sampleScopes: Record<string, SampleScope> = {
  legal: {
    inScope: "First review of supplier contracts below 500,000 EUR against our playbook, in German and English.",
    outOfScope: "Litigation, employment law, and contracts of the group's parent.",
    retained: "Negotiation, signature, and every deviation that the playbook does not allow.",
    requirements: [
      ["Review", "Every contract is reviewed against the playbook within two working days", "functional", "mandatory"],
      ["Review", "Deviations are marked with the clause of the playbook", "functional", "scored"],
      ["People", "Reviewers are admitted lawyers or work under one", "staffing", "mandatory"],
      ["Security", "Documents stay in our own system", "security", "mandatory"],
    ],
    deliverables: ["Review note per contract", "Monthly report on recurring deviations"],
    responsibilities: [
      ["Keep the playbook", "AR", "C"],
      ["First review", "I", "AR"],
    ],
    levels: [["Reviewed within two working days", "%", "higher", "95", "90", "71"]],
  },
  chat: {
    inScope:
      "Chat and e-mail contacts of private customers in German, English, Dutch, French and Polish, 08:00 to 22:00 every day.",
    outOfScope: "Complaints that mention lawyers or authorities, and contacts of business customers.",
    retained: "Refunds above 150 EUR, wording of policies, and the knowledge base.",
    requirements: [
      ["Coverage", "All five languages from 08:00 to 22:00, seven days a week", "staffing", "mandatory"],
      ["Coverage", "Peaks of 180 % of the average month are staffed with six weeks' notice", "staffing", "scored"],
      ["Quality", "How is the quality of written answers measured and improved?", "quality", "scored"],
      ["Quality", "Examples of customer satisfaction above 4.3 of 5 with comparable volumes", "quality", "scored"],
      [
        "Systems",
        "Agents work in our own contact platform through single sign-on",
        "technicalIntegration",
        "mandatory",
      ],
      [
        "Systems",
        "Experience with assistants that propose answers, and their controls",
        "technicalIntegration",
        "scored",
      ],
      ["Security", "ISO 27001 for all sites that handle our contacts", "security", "mandatory"],
      ["Transition", "Plan of the first 90 days with named people", "functional", "scored"],
    ],
    deliverables: ["Staffing plan each month", "Weekly report of reasons for contact"],
    responsibilities: [
      ["Knowledge base", "AR", "C"],
      ["Forecast of volumes", "R", "A"],
      ["Answering contacts", "I", "AR"],
    ],
    levels: [
      ["Answered within four hours", "%", "higher", "92", "86", "78"],
      ["Satisfaction after contact", "of 5", "higher", "4.3", "4.0", "4.0"],
    ],
  },
  testing: {
    inScope: "Planning and running of test campaigns for textiles and small appliances, with reports per article.",
    outOfScope: "Tests that the law reserves for accredited laboratories.",
    retained: "Release of articles for sale.",
    requirements: [
      ["Method", "Campaigns follow our catalogue of 140 tests", "functional", "mandatory"],
      ["Method", "How are new tests added and old ones retired?", "functional", "scored"],
      ["Capacity", "Lead time from sample to report", "quality", "scored"],
      ["People", "Two named test engineers know our product range", "staffing", "scored"],
      ["Transition", "Plan for taking over the catalogue of tests", "functional", "scored"],
      ["Security", "Samples and results are kept from other customers", "security", "mandatory"],
    ],
    deliverables: ["Test report per article", "Quarterly review of failures"],
    responsibilities: [
      ["Selection of samples", "AR", "C"],
      ["Running tests", "I", "AR"],
    ],
    levels: [["Reports within ten working days", "%", "higher", "95", "90", null]],
  },
  expenses: {
    inScope: "Checking of travel and expense claims, and the payment proposal.",
    outOfScope: "Travel booking.",
    retained: "Policy, and every exception from it.",
    requirements: [
      ["Checking", "Claims are checked within three working days", "functional", "mandatory"],
      ["Checking", "Share of claims that need no human", "functional", "scored"],
      ["Compliance", "Receipts are kept as the tax authorities ask", "compliance", "mandatory"],
    ],
    deliverables: ["Monthly report of exceptions"],
    responsibilities: [
      ["Policy", "AR", "I"],
      ["Checking", "I", "AR"],
    ],
    levels: [["Checked within three working days", "%", "higher", "96", "92", "84"]],
  },
};

const CRITERIA: [string, string][] = [
  ["Quality of service", "35"],
  ["People and coverage", "25"],
  ["Systems and security", "25"],
  ["Transition", "15"],
];

export const sampleRfps: SampleRfp[] = [
  {
    // Open for bids: the portal's own example.
    engagement: "testing",
    title: "Product testing",
    description: "We look for one partner for all campaigns of the next three years.",
    until: "published",
    rules: { technicalWeight: "70", priceWeight: "30", minimumTechnical: "55", priceMethod: "lowestRatio" },
    criteria: CRITERIA,
    items: [
      ["Test campaign, textiles", "campaign", "recurring", "8"],
      ["Test campaign, appliances", "campaign", "recurring", "4"],
      ["Take-over of the catalogue", "flat", "oneOff", "1"],
    ],
    evaluators: ["oskar", "tomas"],
    vendors: ["tessellate", "sunder-vale", "ferrous-lane", "orsted-vale"],
    bids: [],
    questions: [
      {
        vendor: "orsted-vale",
        question: "May campaigns for textiles and appliances run at different sites?",
        answer: { text: "Yes, as long as each article stays at one site from sample to report." },
      },
      {
        vendor: "tessellate",
        question:
          "Our camera rig, which we have not shown to anybody yet, photographs a seam in four seconds. May pictures replace the written finding?",
        answer: {
          text: "Yes, where the catalogue allows a picture as evidence. The written result per test stays.",
          published: "May pictures replace the written finding?",
        },
      },
      {
        vendor: "orsted-vale",
        question: "Who pays for samples that a test destroys?",
      },
    ],
  },
  {
    // The winner flips with the weights: B is better, A is cheaper, and 60 to 40 lies next to the edge.
    engagement: "chat",
    title: "Chat and e-mail care",
    description: "Written customer contacts in five languages. One provider, two sites at least.",
    until: "priced",
    rules: { technicalWeight: "60", priceWeight: "40", minimumTechnical: "60", priceMethod: "lowestRatio" },
    criteria: CRITERIA,
    items: [
      ["Contact, chat", "contact", "recurring", "55000"],
      ["Contact, e-mail", "contact", "recurring", "60500"],
      ["Transition", "flat", "oneOff", "1"],
    ],
    furtherLots: [
      {
        title: "Social media",
        items: [
          ["Contact, social media", "contact", "recurring", "9000"],
          ["Set-up of channels", "flat", "oneOff", "1"],
        ],
      },
    ],
    evaluators: ["nadia", "tomas"],
    vendors: ["saltmere", "tessellate", "orsted-vale", "crestline"],
    conflicts: [{ member: "fenna", vendor: "crestline", reason: "My brother leads their finance department." }],
    explanations: [
      {
        vendor: "orsted-vale",
        lot: 2,
        request:
          "Your price for social media appears low for what is asked. Please explain the staffing that it is based on, and confirm that it covers evenings and weekends.",
      },
    ],
    bids: [
      {
        vendor: "saltmere",
        answer:
          "Two sites in one time zone, blended teams and a quality team of our own that hears and reads two percent of all contacts.",
        prices: ["1.22", "1.48", "42000"],
        scores: [
          ["4", "4", "3.5", "4"],
          ["4", "3.5", "3.5", "4"],
        ],
      },
      {
        vendor: "tessellate",
        answer:
          "Native speakers for all five languages in one building, a coach for every twelve agents, and monthly calibration with your team.",
        exceptions:
          "Clause 9: we ask that liability be limited to the charges of twelve months.\nClause 14: notice of changes in volume of eight weeks instead of six.",
        valueAdded: "A yearly study of reasons for contact at no charge.",
        prices: ["1.39", "1.72", "38000"],
        scores: [
          ["5", "4.5", "4.5", "4.5"],
          ["4.5", "4.5", "4", "4.5"],
        ],
      },
      {
        vendor: "orsted-vale",
        answer:
          "Our service desk teams already know your systems; written contacts would join them from the second month on.",
        prices: ["1.16", "1.39", "61000"],
        scores: [
          ["3.5", "3.5", "4", "3"],
          ["3.5", "4", "4", "1"],
        ],
      },
      {
        vendor: "saltmere",
        lot: 2,
        answer: "The team that answers chat also answers social media, with two people who know each channel's tone.",
        prices: ["1.62", "9000"],
        scores: [
          ["4", "4", "3.5", "4"],
          ["4", "4", "3.5", "3.5"],
        ],
      },
      {
        vendor: "tessellate",
        lot: 2,
        answer:
          "A desk of eight for social media only, from 07:00 to 23:00, with an editor who approves public answers.",
        prices: ["1.75", "8000"],
        scores: [
          ["4.5", "4.5", "4", "4.5"],
          ["4.5", "4", "4", "4"],
        ],
      },
      {
        vendor: "orsted-vale",
        lot: 2,
        answer: "Answers are prepared by an assistant and released by our service desk within the hour.",
        prices: ["0.74", "3000"],
        scores: [
          ["3.5", "3", "4", "3.5"],
          ["3", "3.5", "4", "3"],
        ],
      },
    ],
  },
];
