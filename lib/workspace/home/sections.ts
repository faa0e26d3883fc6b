import "server-only";
import type { Role } from "@/lib/access/rights";
import { readBreaches, readOverdueActions, readPeriodsToVerify, readTroubledEngagements } from "./operations";
import { readLatestEvents, readMyDecisions, readOpenCredits, readPeriodsToLock, readSystemTrouble } from "./oversight";
import { readLiveRfps, readMyEvaluations, readOpenQuestions, readRenewals } from "./procurement";
import type { HomeReader, HomeSection } from "./row";

type Read = (member: HomeReader) => Promise<HomeSection>;

/** What each role comes for, the most urgent first. Somebody with several roles sees each part once. */
const BY_ROLE: Record<Role, readonly Read[]> = {
  executive: [readMyDecisions, readTroubledEngagements, readRenewals, readBreaches],
  operations: [
    readTroubledEngagements,
    readPeriodsToVerify,
    readBreaches,
    readOverdueActions,
    readMyDecisions,
    readMyEvaluations,
  ],
  procurement: [readLiveRfps, readOpenQuestions, readMyEvaluations, readMyDecisions, readRenewals],
  finance: [readOpenCredits, readPeriodsToLock, readMyEvaluations, readBreaches],
  administrator: [readSystemTrouble, readLatestEvents],
  auditor: [readLatestEvents, readBreaches, readTroubledEngagements],
};

export async function readHome(member: HomeReader): Promise<HomeSection[]> {
  const reads = [...new Set(member.roles.flatMap((role) => BY_ROLE[role]))];
  const sections = await Promise.all(reads.map((read) => read(member)));
  // What has something in it comes first; the order within stays.
  return [
    ...sections.filter((section) => section.rows.length > 0),
    ...sections.filter((section) => section.rows.length === 0),
  ];
}
