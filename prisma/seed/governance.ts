import { refreshHealth } from "@/lib/engagements/health";
import { createActionItem } from "@/lib/governance/action-mutations";
import { createIssue } from "@/lib/governance/issue-mutations";
import { actionItemSchema, issueSchema } from "@/lib/governance/schema";
import { db } from "@/lib/server/database";
import { daysAgo, idOf, memberOf, must, type Sample } from "./context";

type Action = [engagement: string, title: string, vendorOwner: string, dueInDays: number];
const actions: Action[] = [
  ["desk", "Root cause of the August backlog", "Vera Holmquist", -15],
  ["desk", "Second shift lead named for Kochi", "Vera Holmquist", -4],
  ["desk", "Knowledge articles older than 180 days reviewed", "", 12],
  ["voice", "Listen to 50 calls that customers rated 1 or 2", "", -6],
  ["voice", "Propose a service level on satisfaction", "", 20],
  ["applications", "Pricing engine documented", "", 30],
  ["catalogue", "Test export of all attributes", "", 5],
  ["payables", "Old scanner taken out of service", "", 9],
];

type Issue = [engagement: string, title: string, severity: "low" | "medium" | "high" | "severe", description: string];
const issues: Issue[] = [
  [
    "desk",
    "Priority 2 incidents wait longer than a day",
    "high",
    "Since August the queue grows by about thirty a week.",
  ],
  [
    "voice",
    "Calls end before the question is solved",
    "medium",
    "Handling time is met by ending calls early; customers call again.",
  ],
  ["warehouse", "Scanner outage on two mornings", "low", "Ninety minutes each; orders were shipped the same day."],
];

export async function seedGovernance(sample: Sample): Promise<void> {
  for (const [engagement, title, vendorOwner, dueInDays] of actions) {
    const owner = memberOf(sample, engagement === "voice" || engagement === "catalogue" ? "nadia" : "oskar");
    const input = {
      engagementId: idOf(sample.engagements, engagement),
      title,
      vendorOwner,
      ownerId: vendorOwner ? null : owner.memberId,
      dueDate: daysAgo(sample, -dueInDays),
    };
    must(await createActionItem(owner, actionItemSchema.parse(input)));
  }
  for (const [engagement, title, severity, description] of issues) {
    const input = {
      engagementId: idOf(sample.engagements, engagement),
      title,
      severity,
      description,
      ownerId: memberOf(sample, "oskar").memberId,
    };
    must(await createIssue(memberOf(sample, "oskar"), issueSchema.parse(input)));
  }
}

/** The last word: what all the figures before come to. */
export async function settleHealth(sample: Sample): Promise<void> {
  for (const id of sample.engagements.values()) await db.$transaction((tx) => refreshHealth(tx, id));
}
