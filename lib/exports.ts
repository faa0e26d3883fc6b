import "server-only";
import { memberList, tokenList } from "@/lib/access/lists";
import { businessCaseList } from "@/lib/business-cases/lists";
import { chargeLineList, chargeProposalList, monthlyChargeList } from "@/lib/charges/lists";
import { amendmentList, contractList } from "@/lib/contracts/lists";
import { approvalList, engagementList } from "@/lib/engagements/lists";
import { actionItemList, issueList, surveyList } from "@/lib/governance/lists";
import { assessmentList, processExportList } from "@/lib/processes/lists";
import { riskList } from "@/lib/risks/lists";
import { auditList } from "@/lib/server/audit/list";
import { jobList } from "@/lib/server/job-list";
import type { ListColumn, ListDefinition } from "@/lib/server/lists/definition";
import { outboxList } from "@/lib/server/outbox-list";
import {
  caseLogImportList,
  creditList,
  measurementList,
  periodList,
  serviceLevelList,
  serviceLevelMonthList,
} from "@/lib/service-levels/lists";
import { awardList } from "@/lib/sourcing/awards/lists";
import { bidList } from "@/lib/sourcing/bids/lists";
import { clarificationList } from "@/lib/sourcing/clarifications/lists";
import { evaluationList } from "@/lib/sourcing/evaluation/lists";
import { rfpList } from "@/lib/sourcing/rfps/lists";
import { requirementList } from "@/lib/sourcing/scope/lists";
import { transitionList, transitionTaskList } from "@/lib/transitions/lists";
import { vendorList } from "@/lib/vendors/lists";

type AnyList = ListDefinition<Record<string, ListColumn>>;

/** Every list that can be taken away as CSV, by its name in /export/<name>. */
const lists: readonly AnyList[] = [
  memberList,
  evaluationList,
  bidList,
  awardList,
  serviceLevelList,
  serviceLevelMonthList,
  periodList,
  measurementList,
  creditList,
  caseLogImportList,
  tokenList,
  outboxList,
  jobList,
  auditList,
  processExportList,
  assessmentList,
  engagementList,
  approvalList,
  riskList,
  businessCaseList,
  actionItemList,
  issueList,
  surveyList,
  vendorList,
  requirementList,
  rfpList,
  clarificationList,
  contractList,
  amendmentList,
  chargeLineList,
  monthlyChargeList,
  chargeProposalList,
  transitionList,
  transitionTaskList,
];

export function findExport(name: string): AnyList | null {
  return lists.find((list) => list.name === name) ?? null;
}

export const exportNames: readonly string[] = lists.map((list) => list.name);
