import "server-only";
import { accessEndpoints } from "@/lib/access/endpoints";
import { agreementEndpoints } from "@/lib/agreements/endpoints";
import { businessCaseEndpoints } from "@/lib/business-cases/endpoints";
import { chargeEndpoints } from "@/lib/charges/endpoints";
import { contractEndpoints } from "@/lib/contracts/endpoints";
import { engagementEndpoints } from "@/lib/engagements/endpoints";
import { objectiveEndpoints } from "@/lib/engagements/objective-endpoints";
import { governanceEndpoints } from "@/lib/governance/endpoints";
import { processEndpoints } from "@/lib/processes/endpoints";
import { riskEndpoints } from "@/lib/risks/endpoints";
import { scheduleEndpoints } from "@/lib/schedule/endpoints";
import type { Endpoint } from "@/lib/server/api/endpoint";
import { serviceLevelEndpoints } from "@/lib/service-levels/endpoints";
import { simulationEndpoints } from "@/lib/simulations/endpoints";
import { awardEndpoints } from "@/lib/sourcing/awards/endpoints";
import { bidEndpoints } from "@/lib/sourcing/bids/endpoints";
import { clarificationEndpoints } from "@/lib/sourcing/clarifications/endpoints";
import { evaluationEndpoints } from "@/lib/sourcing/evaluation/endpoints";
import { explanationEndpoints } from "@/lib/sourcing/explanations/endpoints";
import { portalEndpoints } from "@/lib/sourcing/portal/endpoints";
import { rfpEndpoints } from "@/lib/sourcing/rfps/endpoints";
import { scopeEndpoints } from "@/lib/sourcing/scope/endpoints";
import { transitionEndpoints } from "@/lib/transitions/endpoints";
import { vendorEndpoints } from "@/lib/vendors/endpoints";

/** Every operation of the REST API: the router, the OpenAPI document and the test of rights read this list. */
export const endpoints: readonly Endpoint[] = [
  ...accessEndpoints,
  ...scheduleEndpoints,
  ...processEndpoints,
  ...engagementEndpoints,
  ...objectiveEndpoints,
  ...riskEndpoints,
  ...businessCaseEndpoints,
  ...governanceEndpoints,
  ...vendorEndpoints,
  ...scopeEndpoints,
  ...rfpEndpoints,
  ...clarificationEndpoints,
  ...contractEndpoints,
  ...agreementEndpoints,
  ...chargeEndpoints,
  ...transitionEndpoints,
  ...serviceLevelEndpoints,
  ...awardEndpoints,
  ...bidEndpoints,
  ...evaluationEndpoints,
  ...explanationEndpoints,
  ...portalEndpoints,
  ...simulationEndpoints,
];
