-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "award_state" AS ENUM ('proposed', 'approved', 'standstill', 'final', 'cancelled', 'rejected');

-- CreateEnum
CREATE TYPE "letter_kind" AS ENUM ('winner', 'unsuccessful');

-- CreateEnum
CREATE TYPE "bid_state" AS ENUM ('draft', 'submitted', 'withdrawn', 'opened', 'valid', 'rejected');

-- CreateEnum
CREATE TYPE "envelope" AS ENUM ('technical', 'price');

-- CreateEnum
CREATE TYPE "business_case_state" AS ENUM ('draft', 'submitted', 'approved', 'rejected', 'superseded');

-- CreateEnum
CREATE TYPE "discount_convention" AS ENUM ('t0', 'allDiscounted');

-- CreateEnum
CREATE TYPE "option_kind" AS ENUM ('keep', 'improve', 'outsourceOnshore', 'outsourceNearshore', 'outsourceOffshore');

-- CreateEnum
CREATE TYPE "vendor_model" AS ENUM ('none', 'single', 'several');

-- CreateEnum
CREATE TYPE "outsourcing_type" AS ENUM ('business', 'knowledge', 'legal', 'research');

-- CreateEnum
CREATE TYPE "cash_flow_category" AS ENUM ('currentCost', 'vendorCharges', 'retainedOrganization', 'transition', 'technology', 'taxes', 'indexation', 'exit', 'benefit');

-- CreateEnum
CREATE TYPE "contract_type" AS ENUM ('fixedPrice', 'timeAndMaterials', 'performanceBased', 'mixed');

-- CreateEnum
CREATE TYPE "contract_state" AS ENUM ('draft', 'inReview', 'signed', 'active', 'expiring', 'expired', 'terminated');

-- CreateEnum
CREATE TYPE "renewal_kind" AS ENUM ('none', 'tacit', 'option');

-- CreateEnum
CREATE TYPE "charge_kind" AS ENUM ('fixedFee', 'milestone', 'rateCard', 'unitPrice', 'baseline', 'outcome', 'gainShare');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('assess', 'scope', 'source', 'contract', 'transition', 'operate', 'exit', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "engagement_outcome" AS ENUM ('renewedElsewhere', 'switchedVendor', 'takenBackInHouse', 'noLongerNeeded');

-- CreateEnum
CREATE TYPE "objective_kind" AS ENUM ('costReduction', 'standardisedProcesses', 'focus', 'expertise', 'scalability', 'digitalAgenda', 'lessRisk', 'serviceQuality');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('higher', 'lower');

-- CreateEnum
CREATE TYPE "health" AS ENUM ('green', 'amber', 'red', 'grey');

-- CreateEnum
CREATE TYPE "passage_state" AS ENUM ('requested', 'passed', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "risk_category" AS ENUM ('security', 'compliance', 'hiddenCost', 'relationship', 'vendorDependence', 'disruption', 'lossOfControl', 'continuity');

-- CreateEnum
CREATE TYPE "risk_state" AS ENUM ('open', 'mitigated', 'accepted', 'closed');

-- CreateEnum
CREATE TYPE "checklist_state" AS ENUM ('open', 'met', 'waived');

-- CreateEnum
CREATE TYPE "action_state" AS ENUM ('open', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "issue_severity" AS ENUM ('low', 'medium', 'high', 'severe');

-- CreateEnum
CREATE TYPE "issue_state" AS ENUM ('open', 'resolved', 'closed');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "outbox_state" AS ENUM ('waiting', 'sending', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('administrator', 'operations', 'procurement', 'executive', 'finance', 'auditor');

-- CreateEnum
CREATE TYPE "member_state" AS ENUM ('active', 'removed');

-- CreateEnum
CREATE TYPE "process_function" AS ENUM ('backOffice', 'frontOffice');

-- CreateEnum
CREATE TYPE "process_category" AS ENUM ('financeAndAccounting', 'humanResources', 'itServices', 'customerSupport', 'technicalSupport', 'procurement', 'paymentProcessing', 'qualityAssurance', 'dataEntry', 'marketing', 'sales', 'telemarketing', 'logistics', 'legal', 'research', 'analytics', 'other');

-- CreateEnum
CREATE TYPE "data_category" AS ENUM ('none', 'personal', 'payment', 'health', 'financial', 'confidential');

-- CreateEnum
CREATE TYPE "process_state" AS ENUM ('active', 'retired');

-- CreateEnum
CREATE TYPE "assessment_state" AS ENUM ('draft', 'complete', 'superseded');

-- CreateEnum
CREATE TYPE "recommendation" AS ENUM ('outsource', 'outsourceInPart', 'improveFirst', 'keep');

-- CreateEnum
CREATE TYPE "approval_state" AS ENUM ('pending', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "approval_kind" AS ENUM ('gate', 'businessCase', 'award', 'contract');

-- CreateEnum
CREATE TYPE "document_visibility" AS ENUM ('organization', 'vendor');

-- CreateEnum
CREATE TYPE "rfp_state" AS ENUM ('draft', 'published', 'closed', 'evaluation', 'awarded', 'complete', 'unsuccessful', 'cancelled');

-- CreateEnum
CREATE TYPE "price_method" AS ENUM ('lowestRatio', 'linear', 'meanDeviation', 'qualityInMoney');

-- CreateEnum
CREATE TYPE "tie_rule" AS ENUM ('higherTechnical', 'lowerPrice', 'draw');

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('text', 'yesNo', 'number', 'choice');

-- CreateEnum
CREATE TYPE "price_item_kind" AS ENUM ('recurring', 'oneOff');

-- CreateEnum
CREATE TYPE "invitation_state" AS ENUM ('invited', 'viewed', 'intendsToBid', 'declined');

-- CreateEnum
CREATE TYPE "clarification_visibility" AS ENUM ('everyone', 'asker');

-- CreateEnum
CREATE TYPE "scope_state" AS ENUM ('draft', 'issued', 'superseded');

-- CreateEnum
CREATE TYPE "requirement_kind" AS ENUM ('functional', 'quality', 'compliance', 'security', 'technicalIntegration', 'staffing');

-- CreateEnum
CREATE TYPE "requirement_priority" AS ENUM ('mandatory', 'scored', 'information');

-- CreateEnum
CREATE TYPE "kpi_method" AS ENUM ('reported', 'ratio', 'caseLog');

-- CreateEnum
CREATE TYPE "service_level_class" AS ENUM ('critical', 'key');

-- CreateEnum
CREATE TYPE "period_state" AS ENUM ('open', 'reported', 'verified', 'disputed', 'locked');

-- CreateEnum
CREATE TYPE "attainment" AS ENUM ('met', 'belowExpected', 'belowMinimum', 'missing', 'insufficientVolume', 'excused', 'grace');

-- CreateEnum
CREATE TYPE "measurement_source" AS ENUM ('vendor', 'client', 'caseLog', 'api');

-- CreateEnum
CREATE TYPE "credit_state" AS ENUM ('calculated', 'agreed', 'applied', 'settled');

-- CreateEnum
CREATE TYPE "exclusion_kind" AS ENUM ('clientCaused', 'forceMajeure', 'plannedMaintenance', 'volumeOutsideBand');

-- CreateEnum
CREATE TYPE "exclusion_state" AS ENUM ('requested', 'approved', 'rejected');

-- CreateEnum
CREATE TYPE "transition_stage" AS ENUM ('plan', 'knowledgeTransfer', 'parallelRun', 'goLive', 'hypercare', 'closed');

-- CreateEnum
CREATE TYPE "workstream" AS ENUM ('documentation', 'trainingAndKnowledge', 'infrastructureAndAccess', 'integrationAndTesting', 'peopleAndChange', 'governance');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('open', 'started', 'done');

-- CreateEnum
CREATE TYPE "knowledge_step" AS ENUM ('documented', 'taught', 'taughtBack', 'shadowed', 'doneAlone');

-- CreateEnum
CREATE TYPE "side" AS ENUM ('client', 'vendor');

-- CreateEnum
CREATE TYPE "vendor_status" AS ENUM ('prospect', 'qualified', 'approved', 'suspended', 'retired');

-- CreateEnum
CREATE TYPE "shore" AS ENUM ('onshore', 'nearshore', 'offshore');

-- CreateEnum
CREATE TYPE "certificate_kind" AS ENUM ('iso27001', 'soc1', 'soc2', 'pciDss', 'iso9001', 'iso22301', 'other');

-- CreateTable
CREATE TABLE "audit_event" (
    "organization_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "subject_label" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "request_id" TEXT,
    "ip_address" TEXT,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("organization_id","sequence")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "organization_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "state" "award_state" NOT NULL DEFAULT 'proposed',
    "justification" TEXT NOT NULL,
    "tie_decision" TEXT,
    "evaluation" JSONB NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "standstill_until" TIMESTAMPTZ(3),
    "finalised_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_share" (
    "award_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "share_percent" DECIMAL(9,4) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,

    CONSTRAINT "award_share_pkey" PRIMARY KEY ("award_id","bid_id")
);

-- CreateTable
CREATE TABLE "award_letter" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "award_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "state" "bid_state" NOT NULL DEFAULT 'draft',
    "sealed_technical" BYTEA,
    "sealed_price" BYTEA,
    "completeness" INTEGER NOT NULL DEFAULT 0,
    "submissions" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "price_opened_at" TIMESTAMPTZ(3),
    "rejection_reason" TEXT,
    "evaluated_price" DECIMAL(20,4),
    "technical_score" DECIMAL(24,8),
    "exceptions" TEXT,
    "value_added" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid_submission" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "receipt_hash" TEXT NOT NULL,
    "sealed_technical" BYTEA NOT NULL,
    "sealed_price" BYTEA NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "bid_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid_answer" (
    "bid_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "is_met" BOOLEAN,

    CONSTRAINT "bid_answer_pkey" PRIMARY KEY ("bid_id","question_id")
);

-- CreateTable
CREATE TABLE "bid_price_line" (
    "bid_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "unit_price" DECIMAL(24,8) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,

    CONSTRAINT "bid_price_line_pkey" PRIMARY KEY ("bid_id","item_id")
);

-- CreateTable
CREATE TABLE "envelope_opening" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "envelope" "envelope" NOT NULL,
    "first_opener_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "second_opener_id" UUID,
    "second_at" TIMESTAMPTZ(3),
    "minutes" TEXT,

    CONSTRAINT "envelope_opening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "evaluator_id" UUID NOT NULL,
    "score" DECIMAL(24,8) NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "locked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderated_score" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "score" DECIMAL(24,8) NOT NULL,
    "reason" TEXT NOT NULL,
    "moderator_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderated_score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "business_case" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" "business_case_state" NOT NULL DEFAULT 'draft',
    "currency" CHAR(3) NOT NULL,
    "discount_rate" DECIMAL(9,4) NOT NULL,
    "convention" "discount_convention" NOT NULL DEFAULT 't0',
    "tax_rate" DECIMAL(9,4),
    "first_year" INTEGER NOT NULL,
    "years" INTEGER NOT NULL,
    "assumptions" TEXT NOT NULL DEFAULT '',
    "chosen_option_id" UUID,
    "choice_reason" TEXT NOT NULL DEFAULT '',
    "prepared_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "business_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "business_case_option" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "business_case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "option_kind" NOT NULL,
    "vendor_model" "vendor_model" NOT NULL DEFAULT 'single',
    "outsourcing_type" "outsourcing_type" NOT NULL DEFAULT 'business',
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "business_case_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cash_flow_line" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "category" "cash_flow_category" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "cash_flow_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cash_flow" (
    "line_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,

    CONSTRAINT "cash_flow_pkey" PRIMARY KEY ("line_id","year")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "engagement_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "award_id" UUID,
    "title" TEXT NOT NULL,
    "type" "contract_type" NOT NULL,
    "state" "contract_state" NOT NULL DEFAULT 'draft',
    "currency" CHAR(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "start_date" DATE,
    "end_date" DATE,
    "renewal" "renewal_kind" NOT NULL DEFAULT 'none',
    "renewal_months" INTEGER,
    "client_notice_months" INTEGER,
    "vendor_notice_months" INTEGER,
    "internal_lead_days" INTEGER NOT NULL DEFAULT 30,
    "switching_lead_days" INTEGER NOT NULL DEFAULT 180,
    "governing_law" TEXT NOT NULL DEFAULT '',
    "staffing_terms" TEXT NOT NULL DEFAULT '',
    "coverage_hours" TEXT NOT NULL DEFAULT '',
    "delivery_locations" TEXT NOT NULL DEFAULT '',
    "data_protection_terms" JSONB NOT NULL DEFAULT '[]',
    "insurance" TEXT NOT NULL DEFAULT '',
    "liability_cap" DECIMAL(20,4),
    "termination_rights" TEXT NOT NULL DEFAULT '',
    "exit_plan" TEXT NOT NULL DEFAULT '',
    "at_risk_percent" DECIMAL(9,4) NOT NULL DEFAULT 10,
    "yearly_cap_percent" DECIMAL(9,4),
    "yearly_value" DECIMAL(20,4),
    "owner_id" UUID NOT NULL,
    "client_signer_id" UUID,
    "client_signed_at" TIMESTAMPTZ(3),
    "vendor_signer_id" UUID,
    "vendor_signed_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "activated_at" TIMESTAMPTZ(3),
    "terminated_at" TIMESTAMPTZ(3),
    "termination_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_amendment" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "summary" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contract_amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charge_line" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "charge_kind" NOT NULL,
    "parameters" JSONB NOT NULL,
    "is_credit_base" BOOLEAN NOT NULL DEFAULT true,
    "effective_from" DATE,
    "effective_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "charge_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monthly_charge" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "charge_line_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "volume" DECIMAL(24,8),
    "amount" DECIMAL(20,4) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "steps" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "monthly_charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engagement" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "stage" "stage" NOT NULL DEFAULT 'assess',
    "stage_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "engagement_outcome",
    "closing_reason" TEXT,
    "owner_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "estimated_yearly_value" DECIMAL(20,4),
    "health" "health" NOT NULL DEFAULT 'grey',
    "health_reason" TEXT NOT NULL DEFAULT '',
    "health_signals" JSONB NOT NULL DEFAULT '[]',
    "health_as_of" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engagement_process" (
    "engagement_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,

    CONSTRAINT "engagement_process_pkey" PRIMARY KEY ("engagement_id","process_id")
);

-- CreateTable
CREATE TABLE "objective" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "kind" "objective_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "direction" NOT NULL DEFAULT 'higher',
    "baseline" DECIMAL(24,8),
    "target" DECIMAL(24,8) NOT NULL,
    "due_date" DATE,
    "realised" DECIMAL(24,8),
    "realised_on" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_passage" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "from_stage" "stage" NOT NULL,
    "to_stage" "stage" NOT NULL,
    "state" "passage_state" NOT NULL,
    "conditions" JSONB NOT NULL,
    "waiver_reason" TEXT,
    "reason" TEXT,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "engagement_id" UUID,
    "vendor_id" UUID,
    "category" "risk_category" NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "probability" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "residual_probability" INTEGER,
    "residual_impact" INTEGER,
    "owner_id" UUID,
    "state" "risk_state" NOT NULL DEFAULT 'open',
    "review_date" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_mitigation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "risk_id" UUID NOT NULL,
    "description" TEXT NOT NULL,
    "due_date" DATE,
    "done_on" DATE,
    "owner_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_mitigation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exit_checklist_item" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" "checklist_state" NOT NULL DEFAULT 'open',
    "evidence" TEXT NOT NULL DEFAULT '',
    "waiver_reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exit_checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "vendor_owner" TEXT NOT NULL DEFAULT '',
    "due_date" DATE NOT NULL,
    "state" "action_state" NOT NULL DEFAULT 'open',
    "done_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "engagement_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "severity" "issue_severity" NOT NULL,
    "state" "issue_state" NOT NULL DEFAULT 'open',
    "owner_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "root_cause" TEXT NOT NULL DEFAULT '',
    "corrective_action" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "satisfaction_survey" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "score" DECIMAL(24,8) NOT NULL,
    "responses" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "satisfaction_survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL,
    "organization_id" UUID,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "outbox_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'queued',
    "subject_type" TEXT,
    "subject_id" UUID,
    "input" JSONB NOT NULL DEFAULT '{}',
    "progress" JSONB NOT NULL DEFAULT '{}',
    "errors" JSONB NOT NULL DEFAULT '[]',
    "message" TEXT,
    "created_by_id" UUID,
    "created_by_contact_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en-GB',
    "approval_limit" DECIMAL(20,4) NOT NULL,
    "outsource_at" INTEGER NOT NULL DEFAULT 70,
    "consider_at" INTEGER NOT NULL DEFAULT 50,
    "standstill_days" INTEGER NOT NULL DEFAULT 10,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "time_zone" TEXT,
    "locale" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "roles" "role"[],
    "state" "member_state" NOT NULL DEFAULT 'active',
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "member_id" UUID,
    "vendor_contact_id" UUID,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_invitation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "roles" "role"[],
    "vendor_contact_id" UUID,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID,
    "vendor_contact_id" UUID,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "function" "process_function" NOT NULL,
    "category" "process_category" NOT NULL,
    "business_unit" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "is_core" BOOLEAN NOT NULL DEFAULT false,
    "is_critical" BOOLEAN NOT NULL DEFAULT false,
    "volume_per_month" DECIMAL(24,8),
    "volume_unit" TEXT NOT NULL DEFAULT '',
    "full_time_equivalents" DECIMAL(24,8),
    "cost_per_year" DECIMAL(20,4),
    "complexity" INTEGER,
    "documentation" INTEGER,
    "skills" TEXT[],
    "systems" TEXT[],
    "data_categories" "data_category"[],
    "regulations" TEXT[],
    "baseline" JSONB NOT NULL DEFAULT '[]',
    "state" "process_state" NOT NULL DEFAULT 'active',
    "latest_assessment_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suitability_assessment" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "engagement_id" UUID,
    "state" "assessment_state" NOT NULL DEFAULT 'draft',
    "criteria" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "notes" JSONB NOT NULL DEFAULT '{}',
    "knock_outs" JSONB NOT NULL DEFAULT '[]',
    "thresholds" JSONB NOT NULL,
    "score" DECIMAL(24,8),
    "recommendation" "recommendation",
    "reason" TEXT,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "assessor_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suitability_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "href" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "visibility" "document_visibility" NOT NULL DEFAULT 'organization',
    "uploaded_by_id" UUID,
    "uploaded_by_contact_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("file_id","number")
);

-- CreateTable
CREATE TABLE "counter" (
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("organization_id","kind","year")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "approval_kind" NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "engagement_id" UUID,
    "summary" TEXT NOT NULL,
    "required_role" "role" NOT NULL,
    "amount" DECIMAL(20,4),
    "currency" CHAR(3),
    "state" "approval_state" NOT NULL DEFAULT 'pending',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "engagement_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" "rfp_state" NOT NULL DEFAULT 'draft',
    "currency" CHAR(3) NOT NULL,
    "term_months" INTEGER NOT NULL DEFAULT 36,
    "technical_weight" DECIMAL(9,4) NOT NULL DEFAULT 70,
    "price_weight" DECIMAL(9,4) NOT NULL DEFAULT 30,
    "price_method" "price_method" NOT NULL DEFAULT 'lowestRatio',
    "price_minimum" DECIMAL(20,4),
    "price_maximum" DECIMAL(20,4),
    "is_relative_to_best" BOOLEAN NOT NULL DEFAULT false,
    "minimum_technical" DECIMAL(9,4) NOT NULL DEFAULT 0,
    "tie_rule" "tie_rule" NOT NULL DEFAULT 'higherTechnical',
    "time_zone" TEXT NOT NULL,
    "questions_until" TIMESTAMPTZ(3),
    "answers_until" TIMESTAMPTZ(3),
    "bids_until" TIMESTAMPTZ(3),
    "opening_at" TIMESTAMPTZ(3),
    "standstill_days" INTEGER NOT NULL DEFAULT 10,
    "owner_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "technical_opened_at" TIMESTAMPTZ(3),
    "technical_locked_at" TIMESTAMPTZ(3),
    "price_opened_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rfp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp_lot" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "rfp_lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp_criterion" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "weight" DECIMAL(9,4) NOT NULL,

    CONSTRAINT "rfp_criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp_question" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "criterion_id" UUID,
    "requirement_id" UUID,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "question_kind" NOT NULL DEFAULT 'text',
    "choices" TEXT[],
    "is_mandatory" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "rfp_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp_price_item" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" "price_item_kind" NOT NULL,
    "quantity" DECIMAL(24,8) NOT NULL,

    CONSTRAINT "rfp_price_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp_amendment" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rfp_amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp_invitation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "state" "invitation_state" NOT NULL DEFAULT 'invited',
    "invited_at" TIMESTAMPTZ(3),
    "viewed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rfp_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rfp_evaluator" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3),
    "technical_locked_at" TIMESTAMPTZ(3),

    CONSTRAINT "rfp_evaluator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluator_conflict" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluator_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clarification" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "visibility" "clarification_visibility" NOT NULL DEFAULT 'everyone',
    "private_reason" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scope_of_work" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "state" "scope_state" NOT NULL DEFAULT 'draft',
    "in_scope" TEXT NOT NULL DEFAULT '',
    "out_of_scope" TEXT NOT NULL DEFAULT '',
    "retained_responsibilities" TEXT NOT NULL DEFAULT '',
    "issued_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scope_of_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "process_id" UUID,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "kind" "requirement_kind" NOT NULL,
    "priority" "requirement_priority",
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responsibility" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "activity" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,

    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposed_service_level" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "process_id" UUID,
    "requirement_id" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "expected" DECIMAL(24,8) NOT NULL,
    "minimum" DECIMAL(24,8) NOT NULL,
    "baseline" DECIMAL(24,8),
    "is_baseline_unknown" BOOLEAN NOT NULL DEFAULT false,
    "is_critical" BOOLEAN NOT NULL DEFAULT false,
    "measurement" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposed_service_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "decimals" INTEGER,
    "method" "kpi_method" NOT NULL,
    "case_log_id" UUID,
    "definition" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kpi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_level" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "class" "service_level_class" NOT NULL DEFAULT 'key',
    "category" TEXT NOT NULL DEFAULT '',
    "expected" DECIMAL(24,8) NOT NULL,
    "minimum" DECIMAL(24,8) NOT NULL,
    "scheme" JSONB,
    "minimum_volume" INTEGER,
    "grace_until" CHAR(7),
    "effective_from" CHAR(7) NOT NULL,
    "effective_to" CHAR(7),
    "clause" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "value" DECIMAL(24,8),
    "numerator" DECIMAL(24,8),
    "denominator" DECIMAL(24,8),
    "cases" INTEGER,
    "cases_without_value" INTEGER,
    "source" "measurement_source" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "definition" JSONB,
    "reported_by_id" UUID,
    "reported_by_contact_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement_period" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "state" "period_state" NOT NULL DEFAULT 'open',
    "reported_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "disputed_at" TIMESTAMPTZ(3),
    "disputed_by_id" UUID,
    "disputed_by_contact_id" UUID,
    "dispute_reason" TEXT,
    "locked_at" TIMESTAMPTZ(3),
    "locked_by_id" UUID,
    "restated_at" TIMESTAMPTZ(3),
    "charges" DECIMAL(20,4),
    "cap" DECIMAL(20,4),
    "credit_total" DECIMAL(20,4),
    "is_capped" BOOLEAN NOT NULL DEFAULT false,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_result" (
    "service_level_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "status" "attainment" NOT NULL,
    "value" DECIMAL(24,8),
    "numerator" DECIMAL(24,8),
    "denominator" DECIMAL(24,8),
    "cases" INTEGER,
    "cases_without_value" INTEGER,
    "multiplier" DECIMAL(24,8),
    "points" DECIMAL(24,8),
    "credit" DECIMAL(20,4),
    "steps" JSONB NOT NULL DEFAULT '[]',
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_result_pkey" PRIMARY KEY ("service_level_id","month")
);

-- CreateTable
CREATE TABLE "service_credit" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "service_level_id" UUID,
    "month" CHAR(7) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" "credit_state" NOT NULL DEFAULT 'calculated',
    "derivation" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_credit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_adjustment" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "source_month" CHAR(7) NOT NULL,
    "posted_month" CHAR(7) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "derivation" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exclusion" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "service_level_id" UUID,
    "month" CHAR(7) NOT NULL,
    "kind" "exclusion_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "state" "exclusion_state" NOT NULL DEFAULT 'requested',
    "requested_by_id" UUID,
    "requested_by_contact_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "value_before" DECIMAL(24,8),
    "value_after" DECIMAL(24,8),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_log" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "rows" BIGINT NOT NULL DEFAULT 0,
    "imported_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_log_import" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "case_log_id" UUID NOT NULL,
    "job_id" UUID,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT,
    "rows_read" BIGINT NOT NULL DEFAULT 0,
    "cases_inserted" BIGINT NOT NULL DEFAULT 0,
    "cases_updated" BIGINT NOT NULL DEFAULT 0,
    "cases_unchanged" BIGINT NOT NULL DEFAULT 0,
    "rows_rejected" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_log_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transition_plan" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "engagement_id" UUID NOT NULL,
    "contract_id" UUID,
    "name" TEXT NOT NULL,
    "stage" "transition_stage" NOT NULL DEFAULT 'plan',
    "planned_start" DATE NOT NULL,
    "planned_go_live" DATE NOT NULL,
    "actual_go_live" DATE,
    "owner_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transition_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transition_task" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "workstream" "workstream" NOT NULL,
    "name" TEXT NOT NULL,
    "planned_start" DATE NOT NULL,
    "planned_end" DATE NOT NULL,
    "actual_start" DATE,
    "actual_end" DATE,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "state" "task_state" NOT NULL DEFAULT 'open',
    "is_milestone" BOOLEAN NOT NULL DEFAULT false,
    "client_owner_id" UUID,
    "vendor_owner" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transition_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_dependency" (
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "lag_days" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "task_dependency_pkey" PRIMARY KEY ("predecessor_id","successor_id")
);

-- CreateTable
CREATE TABLE "go_no_go_criterion" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" "checklist_state" NOT NULL DEFAULT 'open',
    "evidence" TEXT NOT NULL DEFAULT '',
    "waiver_reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "go_no_go_criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_item" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "process_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "knowledge_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_signature" (
    "item_id" UUID NOT NULL,
    "step" "knowledge_step" NOT NULL,
    "side" "side" NOT NULL,
    "signed_by" TEXT NOT NULL,
    "member_id" UUID,
    "vendor_contact_id" UUID,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "knowledge_signature_pkey" PRIMARY KEY ("item_id","step","side")
);

-- CreateTable
CREATE TABLE "vendor" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "trading_name" TEXT NOT NULL DEFAULT '',
    "country" CHAR(2) NOT NULL,
    "status" "vendor_status" NOT NULL DEFAULT 'prospect',
    "lei" TEXT,
    "registration_number" TEXT,
    "website" TEXT,
    "employees" INTEGER,
    "services" "process_category"[],
    "industries" TEXT[],
    "description" TEXT NOT NULL DEFAULT '',
    "insurance" TEXT NOT NULL DEFAULT '',
    "due_diligence_score" DECIMAL(24,8),
    "review_date" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vendor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_location" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "site" TEXT NOT NULL,
    "shore" "shore" NOT NULL,

    CONSTRAINT "vendor_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_contact" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "position" TEXT NOT NULL DEFAULT '',
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vendor_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_certificate" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "kind" "certificate_kind" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "number" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE,
    "expires_on" DATE,

    CONSTRAINT "vendor_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subcontractor" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "service" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "subcontractor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_organization_id_subject_type_subject_id_sequenc_idx" ON "audit_event"("organization_id", "subject_type", "subject_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_action_sequence_idx" ON "audit_event"("organization_id", "action", "sequence");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_actor_id_sequence_idx" ON "audit_event"("organization_id", "actor_id", "sequence");

-- CreateIndex
CREATE INDEX "award_rfp_id_idx" ON "award"("rfp_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_letter_award_id_vendor_id_key" ON "award_letter"("award_id", "vendor_id");

-- CreateIndex
CREATE INDEX "bid_rfp_id_state_idx" ON "bid"("rfp_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "bid_lot_id_vendor_id_key" ON "bid"("lot_id", "vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "bid_submission_receipt_number_key" ON "bid_submission"("receipt_number");

-- CreateIndex
CREATE UNIQUE INDEX "bid_submission_bid_id_number_key" ON "bid_submission"("bid_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "envelope_opening_rfp_id_envelope_key" ON "envelope_opening"("rfp_id", "envelope");

-- CreateIndex
CREATE UNIQUE INDEX "score_bid_id_criterion_id_evaluator_id_key" ON "score"("bid_id", "criterion_id", "evaluator_id");

-- CreateIndex
CREATE UNIQUE INDEX "moderated_score_bid_id_criterion_id_key" ON "moderated_score"("bid_id", "criterion_id");

-- CreateIndex
CREATE INDEX "business_case_organization_id_state_idx" ON "business_case"("organization_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "business_case_engagement_id_revision_key" ON "business_case"("engagement_id", "revision");

-- CreateIndex
CREATE INDEX "business_case_option_business_case_id_idx" ON "business_case_option"("business_case_id");

-- CreateIndex
CREATE INDEX "cash_flow_line_option_id_idx" ON "cash_flow_line"("option_id");

-- CreateIndex
CREATE INDEX "contract_organization_id_state_end_date_id_idx" ON "contract"("organization_id", "state", "end_date", "id");

-- CreateIndex
CREATE INDEX "contract_organization_id_title_id_idx" ON "contract"("organization_id", "title", "id");

-- CreateIndex
CREATE INDEX "contract_engagement_id_idx" ON "contract"("engagement_id");

-- CreateIndex
CREATE INDEX "contract_vendor_id_idx" ON "contract"("vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_organization_id_code_key" ON "contract"("organization_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "contract_amendment_contract_id_number_key" ON "contract_amendment"("contract_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "charge_line_contract_id_code_key" ON "charge_line"("contract_id", "code");

-- CreateIndex
CREATE INDEX "monthly_charge_contract_id_month_idx" ON "monthly_charge"("contract_id", "month");

-- CreateIndex
CREATE INDEX "monthly_charge_organization_id_month_idx" ON "monthly_charge"("organization_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "monthly_charge_charge_line_id_month_key" ON "monthly_charge"("charge_line_id", "month");

-- CreateIndex
CREATE INDEX "engagement_organization_id_stage_id_idx" ON "engagement"("organization_id", "stage", "id");

-- CreateIndex
CREATE INDEX "engagement_organization_id_health_id_idx" ON "engagement"("organization_id", "health", "id");

-- CreateIndex
CREATE INDEX "engagement_organization_id_name_id_idx" ON "engagement"("organization_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "engagement_organization_id_code_key" ON "engagement"("organization_id", "code");

-- CreateIndex
CREATE INDEX "engagement_process_process_id_idx" ON "engagement_process"("process_id");

-- CreateIndex
CREATE INDEX "objective_engagement_id_idx" ON "objective"("engagement_id");

-- CreateIndex
CREATE INDEX "stage_passage_engagement_id_requested_at_idx" ON "stage_passage"("engagement_id", "requested_at");

-- CreateIndex
CREATE INDEX "risk_organization_id_state_id_idx" ON "risk"("organization_id", "state", "id");

-- CreateIndex
CREATE INDEX "risk_engagement_id_idx" ON "risk"("engagement_id");

-- CreateIndex
CREATE UNIQUE INDEX "risk_organization_id_code_key" ON "risk"("organization_id", "code");

-- CreateIndex
CREATE INDEX "risk_mitigation_risk_id_idx" ON "risk_mitigation"("risk_id");

-- CreateIndex
CREATE INDEX "exit_checklist_item_engagement_id_idx" ON "exit_checklist_item"("engagement_id");

-- CreateIndex
CREATE INDEX "action_item_organization_id_state_due_date_id_idx" ON "action_item"("organization_id", "state", "due_date", "id");

-- CreateIndex
CREATE INDEX "action_item_engagement_id_idx" ON "action_item"("engagement_id");

-- CreateIndex
CREATE INDEX "issue_organization_id_state_severity_id_idx" ON "issue"("organization_id", "state", "severity", "id");

-- CreateIndex
CREATE INDEX "issue_engagement_id_idx" ON "issue"("engagement_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_organization_id_code_key" ON "issue"("organization_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "satisfaction_survey_engagement_id_month_key" ON "satisfaction_survey"("engagement_id", "month");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "outbox_message_state_next_attempt_at_idx" ON "outbox_message"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_message_organization_id_created_at_idx" ON "outbox_message"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "job_organization_id_created_at_idx" ON "job"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "job_subject_type_subject_id_created_at_idx" ON "job"("subject_type", "subject_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "member_person_id_idx" ON "member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_person_id_key" ON "member"("organization_id", "person_id");

-- CreateIndex
CREATE INDEX "session_person_id_revoked_at_idx" ON "session"("person_id", "revoked_at");

-- CreateIndex
CREATE UNIQUE INDEX "access_invitation_token_hash_key" ON "access_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "access_invitation_organization_id_created_at_idx" ON "access_invitation"("organization_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_organization_id_created_at_idx" ON "api_token"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "process_organization_id_name_id_idx" ON "process"("organization_id", "name", "id");

-- CreateIndex
CREATE INDEX "process_organization_id_cost_per_year_id_idx" ON "process"("organization_id", "cost_per_year", "id");

-- CreateIndex
CREATE INDEX "process_parent_id_idx" ON "process"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "process_organization_id_code_key" ON "process"("organization_id", "code");

-- CreateIndex
CREATE INDEX "suitability_assessment_organization_id_state_updated_at_idx" ON "suitability_assessment"("organization_id", "state", "updated_at");

-- CreateIndex
CREATE INDEX "suitability_assessment_process_id_created_at_idx" ON "suitability_assessment"("process_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_member_id_list_name_key" ON "saved_view"("member_id", "list", "name");

-- CreateIndex
CREATE INDEX "notification_person_id_read_at_created_at_idx" ON "notification"("person_id", "read_at", "created_at");

-- CreateIndex
CREATE INDEX "comment_organization_id_subject_type_subject_id_created_at_idx" ON "comment"("organization_id", "subject_type", "subject_id", "created_at");

-- CreateIndex
CREATE INDEX "document_organization_id_subject_type_subject_id_idx" ON "document"("organization_id", "subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "approval_organization_id_state_required_role_idx" ON "approval"("organization_id", "state", "required_role");

-- CreateIndex
CREATE INDEX "approval_subject_type_subject_id_idx" ON "approval"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "rfp_organization_id_state_bids_until_id_idx" ON "rfp"("organization_id", "state", "bids_until", "id");

-- CreateIndex
CREATE INDEX "rfp_engagement_id_idx" ON "rfp"("engagement_id");

-- CreateIndex
CREATE UNIQUE INDEX "rfp_organization_id_code_key" ON "rfp"("organization_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "rfp_lot_rfp_id_number_key" ON "rfp_lot"("rfp_id", "number");

-- CreateIndex
CREATE INDEX "rfp_criterion_rfp_id_idx" ON "rfp_criterion"("rfp_id");

-- CreateIndex
CREATE INDEX "rfp_question_rfp_id_idx" ON "rfp_question"("rfp_id");

-- CreateIndex
CREATE INDEX "rfp_price_item_rfp_id_idx" ON "rfp_price_item"("rfp_id");

-- CreateIndex
CREATE UNIQUE INDEX "rfp_amendment_rfp_id_number_key" ON "rfp_amendment"("rfp_id", "number");

-- CreateIndex
CREATE INDEX "rfp_invitation_vendor_id_idx" ON "rfp_invitation"("vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "rfp_invitation_rfp_id_vendor_id_key" ON "rfp_invitation"("rfp_id", "vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "rfp_evaluator_rfp_id_member_id_key" ON "rfp_evaluator"("rfp_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluator_conflict_rfp_id_member_id_vendor_id_key" ON "evaluator_conflict"("rfp_id", "member_id", "vendor_id");

-- CreateIndex
CREATE INDEX "clarification_rfp_id_asked_at_idx" ON "clarification"("rfp_id", "asked_at");

-- CreateIndex
CREATE INDEX "clarification_organization_id_answered_at_idx" ON "clarification"("organization_id", "answered_at");

-- CreateIndex
CREATE UNIQUE INDEX "scope_of_work_engagement_id_revision_key" ON "scope_of_work"("engagement_id", "revision");

-- CreateIndex
CREATE INDEX "requirement_scope_id_position_idx" ON "requirement"("scope_id", "position");

-- CreateIndex
CREATE INDEX "requirement_organization_id_title_id_idx" ON "requirement"("organization_id", "title", "id");

-- CreateIndex
CREATE UNIQUE INDEX "requirement_scope_id_code_key" ON "requirement"("scope_id", "code");

-- CreateIndex
CREATE INDEX "deliverable_scope_id_idx" ON "deliverable"("scope_id");

-- CreateIndex
CREATE INDEX "responsibility_scope_id_idx" ON "responsibility"("scope_id");

-- CreateIndex
CREATE INDEX "proposed_service_level_scope_id_idx" ON "proposed_service_level"("scope_id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_contract_id_code_key" ON "kpi"("contract_id", "code");

-- CreateIndex
CREATE INDEX "service_level_contract_id_idx" ON "service_level"("contract_id");

-- CreateIndex
CREATE INDEX "service_level_organization_id_id_idx" ON "service_level"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_level_kpi_id_revision_key" ON "service_level"("kpi_id", "revision");

-- CreateIndex
CREATE INDEX "measurement_organization_id_created_at_idx" ON "measurement"("organization_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_kpi_id_month_sequence_key" ON "measurement"("kpi_id", "month", "sequence");

-- CreateIndex
CREATE INDEX "measurement_period_organization_id_state_month_idx" ON "measurement_period"("organization_id", "state", "month");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_period_contract_id_month_key" ON "measurement_period"("contract_id", "month");

-- CreateIndex
CREATE INDEX "period_result_contract_id_month_idx" ON "period_result"("contract_id", "month");

-- CreateIndex
CREATE INDEX "period_result_organization_id_month_status_idx" ON "period_result"("organization_id", "month", "status");

-- CreateIndex
CREATE INDEX "service_credit_contract_id_month_idx" ON "service_credit"("contract_id", "month");

-- CreateIndex
CREATE INDEX "service_credit_organization_id_state_idx" ON "service_credit"("organization_id", "state");

-- CreateIndex
CREATE INDEX "credit_adjustment_contract_id_posted_month_idx" ON "credit_adjustment"("contract_id", "posted_month");

-- CreateIndex
CREATE INDEX "exclusion_contract_id_month_idx" ON "exclusion"("contract_id", "month");

-- CreateIndex
CREATE INDEX "case_log_contract_id_idx" ON "case_log"("contract_id");

-- CreateIndex
CREATE INDEX "case_log_import_case_log_id_created_at_idx" ON "case_log_import"("case_log_id", "created_at");

-- CreateIndex
CREATE INDEX "transition_plan_engagement_id_idx" ON "transition_plan"("engagement_id");

-- CreateIndex
CREATE UNIQUE INDEX "transition_plan_organization_id_code_key" ON "transition_plan"("organization_id", "code");

-- CreateIndex
CREATE INDEX "transition_task_plan_id_position_idx" ON "transition_task"("plan_id", "position");

-- CreateIndex
CREATE INDEX "transition_task_organization_id_state_planned_end_idx" ON "transition_task"("organization_id", "state", "planned_end");

-- CreateIndex
CREATE UNIQUE INDEX "transition_task_plan_id_code_key" ON "transition_task"("plan_id", "code");

-- CreateIndex
CREATE INDEX "go_no_go_criterion_plan_id_idx" ON "go_no_go_criterion"("plan_id");

-- CreateIndex
CREATE INDEX "knowledge_item_plan_id_idx" ON "knowledge_item"("plan_id");

-- CreateIndex
CREATE INDEX "vendor_organization_id_legal_name_id_idx" ON "vendor"("organization_id", "legal_name", "id");

-- CreateIndex
CREATE INDEX "vendor_organization_id_status_id_idx" ON "vendor"("organization_id", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vendor_organization_id_code_key" ON "vendor"("organization_id", "code");

-- CreateIndex
CREATE INDEX "vendor_location_vendor_id_idx" ON "vendor_location"("vendor_id");

-- CreateIndex
CREATE INDEX "vendor_contact_person_id_idx" ON "vendor_contact"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "vendor_contact_vendor_id_email_key" ON "vendor_contact"("vendor_id", "email");

-- CreateIndex
CREATE INDEX "vendor_certificate_vendor_id_idx" ON "vendor_certificate"("vendor_id");

-- CreateIndex
CREATE INDEX "vendor_certificate_organization_id_expires_on_idx" ON "vendor_certificate"("organization_id", "expires_on");

-- CreateIndex
CREATE INDEX "subcontractor_vendor_id_idx" ON "subcontractor"("vendor_id");

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "rfp_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_share" ADD CONSTRAINT "award_share_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_share" ADD CONSTRAINT "award_share_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_share" ADD CONSTRAINT "award_share_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_letter" ADD CONSTRAINT "award_letter_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_letter" ADD CONSTRAINT "award_letter_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_letter" ADD CONSTRAINT "award_letter_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "rfp_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_submission" ADD CONSTRAINT "bid_submission_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_submission" ADD CONSTRAINT "bid_submission_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_submission" ADD CONSTRAINT "bid_submission_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_answer" ADD CONSTRAINT "bid_answer_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_answer" ADD CONSTRAINT "bid_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "rfp_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_price_line" ADD CONSTRAINT "bid_price_line_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_price_line" ADD CONSTRAINT "bid_price_line_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "rfp_price_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envelope_opening" ADD CONSTRAINT "envelope_opening_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envelope_opening" ADD CONSTRAINT "envelope_opening_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envelope_opening" ADD CONSTRAINT "envelope_opening_first_opener_id_fkey" FOREIGN KEY ("first_opener_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envelope_opening" ADD CONSTRAINT "envelope_opening_second_opener_id_fkey" FOREIGN KEY ("second_opener_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "rfp_criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_evaluator_id_fkey" FOREIGN KEY ("evaluator_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderated_score" ADD CONSTRAINT "moderated_score_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderated_score" ADD CONSTRAINT "moderated_score_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderated_score" ADD CONSTRAINT "moderated_score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "rfp_criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderated_score" ADD CONSTRAINT "moderated_score_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_case" ADD CONSTRAINT "business_case_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_case" ADD CONSTRAINT "business_case_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_case" ADD CONSTRAINT "business_case_chosen_option_id_fkey" FOREIGN KEY ("chosen_option_id") REFERENCES "business_case_option"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_case" ADD CONSTRAINT "business_case_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_case" ADD CONSTRAINT "business_case_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_case_option" ADD CONSTRAINT "business_case_option_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_case_option" ADD CONSTRAINT "business_case_option_business_case_id_fkey" FOREIGN KEY ("business_case_id") REFERENCES "business_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_flow_line" ADD CONSTRAINT "cash_flow_line_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_flow_line" ADD CONSTRAINT "cash_flow_line_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "business_case_option"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_flow" ADD CONSTRAINT "cash_flow_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "cash_flow_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_client_signer_id_fkey" FOREIGN KEY ("client_signer_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_vendor_signer_id_fkey" FOREIGN KEY ("vendor_signer_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_amendment" ADD CONSTRAINT "contract_amendment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_amendment" ADD CONSTRAINT "contract_amendment_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_amendment" ADD CONSTRAINT "contract_amendment_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge_line" ADD CONSTRAINT "charge_line_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge_line" ADD CONSTRAINT "charge_line_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_charge" ADD CONSTRAINT "monthly_charge_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_charge" ADD CONSTRAINT "monthly_charge_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_charge" ADD CONSTRAINT "monthly_charge_charge_line_id_fkey" FOREIGN KEY ("charge_line_id") REFERENCES "charge_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_process" ADD CONSTRAINT "engagement_process_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_process" ADD CONSTRAINT "engagement_process_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_passage" ADD CONSTRAINT "stage_passage_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_passage" ADD CONSTRAINT "stage_passage_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_passage" ADD CONSTRAINT "stage_passage_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_passage" ADD CONSTRAINT "stage_passage_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_risk_id_fkey" FOREIGN KEY ("risk_id") REFERENCES "risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_mitigation" ADD CONSTRAINT "risk_mitigation_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_checklist_item" ADD CONSTRAINT "exit_checklist_item_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_checklist_item" ADD CONSTRAINT "exit_checklist_item_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_checklist_item" ADD CONSTRAINT "exit_checklist_item_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "satisfaction_survey" ADD CONSTRAINT "satisfaction_survey_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "satisfaction_survey" ADD CONSTRAINT "satisfaction_survey_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_contact_id_fkey" FOREIGN KEY ("created_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_vendor_contact_id_fkey" FOREIGN KEY ("vendor_contact_id") REFERENCES "vendor_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_invitation" ADD CONSTRAINT "access_invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_invitation" ADD CONSTRAINT "access_invitation_vendor_contact_id_fkey" FOREIGN KEY ("vendor_contact_id") REFERENCES "vendor_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_invitation" ADD CONSTRAINT "access_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_vendor_contact_id_fkey" FOREIGN KEY ("vendor_contact_id") REFERENCES "vendor_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_latest_assessment_id_fkey" FOREIGN KEY ("latest_assessment_id") REFERENCES "suitability_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_assessment" ADD CONSTRAINT "suitability_assessment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_assessment" ADD CONSTRAINT "suitability_assessment_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_assessment" ADD CONSTRAINT "suitability_assessment_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suitability_assessment" ADD CONSTRAINT "suitability_assessment_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_uploaded_by_contact_id_fkey" FOREIGN KEY ("uploaded_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp" ADD CONSTRAINT "rfp_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp" ADD CONSTRAINT "rfp_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp" ADD CONSTRAINT "rfp_scope_id_fkey" FOREIGN KEY ("scope_id") REFERENCES "scope_of_work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp" ADD CONSTRAINT "rfp_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_lot" ADD CONSTRAINT "rfp_lot_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_lot" ADD CONSTRAINT "rfp_lot_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_criterion" ADD CONSTRAINT "rfp_criterion_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_criterion" ADD CONSTRAINT "rfp_criterion_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_question" ADD CONSTRAINT "rfp_question_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_question" ADD CONSTRAINT "rfp_question_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_question" ADD CONSTRAINT "rfp_question_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "rfp_criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_question" ADD CONSTRAINT "rfp_question_requirement_id_fkey" FOREIGN KEY ("requirement_id") REFERENCES "requirement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_price_item" ADD CONSTRAINT "rfp_price_item_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_price_item" ADD CONSTRAINT "rfp_price_item_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_price_item" ADD CONSTRAINT "rfp_price_item_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "rfp_lot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_amendment" ADD CONSTRAINT "rfp_amendment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_amendment" ADD CONSTRAINT "rfp_amendment_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_amendment" ADD CONSTRAINT "rfp_amendment_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_invitation" ADD CONSTRAINT "rfp_invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_invitation" ADD CONSTRAINT "rfp_invitation_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_invitation" ADD CONSTRAINT "rfp_invitation_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_evaluator" ADD CONSTRAINT "rfp_evaluator_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_evaluator" ADD CONSTRAINT "rfp_evaluator_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rfp_evaluator" ADD CONSTRAINT "rfp_evaluator_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_conflict" ADD CONSTRAINT "evaluator_conflict_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_conflict" ADD CONSTRAINT "evaluator_conflict_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_conflict" ADD CONSTRAINT "evaluator_conflict_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_conflict" ADD CONSTRAINT "evaluator_conflict_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_of_work" ADD CONSTRAINT "scope_of_work_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_of_work" ADD CONSTRAINT "scope_of_work_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_scope_id_fkey" FOREIGN KEY ("scope_id") REFERENCES "scope_of_work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_scope_id_fkey" FOREIGN KEY ("scope_id") REFERENCES "scope_of_work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_scope_id_fkey" FOREIGN KEY ("scope_id") REFERENCES "scope_of_work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_service_level" ADD CONSTRAINT "proposed_service_level_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_service_level" ADD CONSTRAINT "proposed_service_level_scope_id_fkey" FOREIGN KEY ("scope_id") REFERENCES "scope_of_work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_service_level" ADD CONSTRAINT "proposed_service_level_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_service_level" ADD CONSTRAINT "proposed_service_level_requirement_id_fkey" FOREIGN KEY ("requirement_id") REFERENCES "requirement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_case_log_id_fkey" FOREIGN KEY ("case_log_id") REFERENCES "case_log"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_level" ADD CONSTRAINT "service_level_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_level" ADD CONSTRAINT "service_level_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_level" ADD CONSTRAINT "service_level_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_reported_by_id_fkey" FOREIGN KEY ("reported_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_reported_by_contact_id_fkey" FOREIGN KEY ("reported_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_disputed_by_id_fkey" FOREIGN KEY ("disputed_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_disputed_by_contact_id_fkey" FOREIGN KEY ("disputed_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_locked_by_id_fkey" FOREIGN KEY ("locked_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_result" ADD CONSTRAINT "period_result_service_level_id_fkey" FOREIGN KEY ("service_level_id") REFERENCES "service_level"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_result" ADD CONSTRAINT "period_result_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_result" ADD CONSTRAINT "period_result_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_credit" ADD CONSTRAINT "service_credit_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_credit" ADD CONSTRAINT "service_credit_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_credit" ADD CONSTRAINT "service_credit_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "measurement_period"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_credit" ADD CONSTRAINT "service_credit_service_level_id_fkey" FOREIGN KEY ("service_level_id") REFERENCES "service_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_adjustment" ADD CONSTRAINT "credit_adjustment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_adjustment" ADD CONSTRAINT "credit_adjustment_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_adjustment" ADD CONSTRAINT "credit_adjustment_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_service_level_id_fkey" FOREIGN KEY ("service_level_id") REFERENCES "service_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_requested_by_contact_id_fkey" FOREIGN KEY ("requested_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_log" ADD CONSTRAINT "case_log_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_log" ADD CONSTRAINT "case_log_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_log_import" ADD CONSTRAINT "case_log_import_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_log_import" ADD CONSTRAINT "case_log_import_case_log_id_fkey" FOREIGN KEY ("case_log_id") REFERENCES "case_log"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_log_import" ADD CONSTRAINT "case_log_import_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition_plan" ADD CONSTRAINT "transition_plan_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition_plan" ADD CONSTRAINT "transition_plan_engagement_id_fkey" FOREIGN KEY ("engagement_id") REFERENCES "engagement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition_plan" ADD CONSTRAINT "transition_plan_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition_plan" ADD CONSTRAINT "transition_plan_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition_task" ADD CONSTRAINT "transition_task_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition_task" ADD CONSTRAINT "transition_task_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "transition_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transition_task" ADD CONSTRAINT "transition_task_client_owner_id_fkey" FOREIGN KEY ("client_owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "transition_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "transition_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "go_no_go_criterion" ADD CONSTRAINT "go_no_go_criterion_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "go_no_go_criterion" ADD CONSTRAINT "go_no_go_criterion_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "transition_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "go_no_go_criterion" ADD CONSTRAINT "go_no_go_criterion_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_item" ADD CONSTRAINT "knowledge_item_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_item" ADD CONSTRAINT "knowledge_item_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "transition_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_item" ADD CONSTRAINT "knowledge_item_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "process"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_signature" ADD CONSTRAINT "knowledge_signature_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "knowledge_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_signature" ADD CONSTRAINT "knowledge_signature_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_signature" ADD CONSTRAINT "knowledge_signature_vendor_contact_id_fkey" FOREIGN KEY ("vendor_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor" ADD CONSTRAINT "vendor_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_location" ADD CONSTRAINT "vendor_location_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_location" ADD CONSTRAINT "vendor_location_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_contact" ADD CONSTRAINT "vendor_contact_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_contact" ADD CONSTRAINT "vendor_contact_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_contact" ADD CONSTRAINT "vendor_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_certificate" ADD CONSTRAINT "vendor_certificate_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_certificate" ADD CONSTRAINT "vendor_certificate_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subcontractor" ADD CONSTRAINT "subcontractor_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subcontractor" ADD CONSTRAINT "subcontractor_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subcontractor" ADD CONSTRAINT "subcontractor_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "subcontractor"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema language cannot say ------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Text search of lists and of the command palette ("contains", any case).
CREATE INDEX process_search ON process USING gin (organization_id, (code || ' ' || name) gin_trgm_ops);
CREATE INDEX engagement_search ON engagement USING gin (organization_id, (code || ' ' || name) gin_trgm_ops);
CREATE INDEX vendor_search ON vendor USING gin (organization_id, (code || ' ' || legal_name) gin_trgm_ops);
CREATE INDEX rfp_search ON rfp USING gin (organization_id, (code || ' ' || title) gin_trgm_ops);
CREATE INDEX contract_search ON contract USING gin (organization_id, (code || ' ' || title) gin_trgm_ops);
CREATE INDEX requirement_search ON requirement USING gin (organization_id, (code || ' ' || title) gin_trgm_ops);
CREATE INDEX risk_search ON risk USING gin (organization_id, (code || ' ' || title) gin_trgm_ops);

-- Keyset paging of the process list by each of its columns.
CREATE INDEX process_by_category ON process (organization_id, category, id);
CREATE INDEX process_by_unit ON process (organization_id, business_unit, id);
CREATE INDEX process_by_volume ON process (organization_id, volume_per_month, id);
CREATE INDEX process_by_fte ON process (organization_id, full_time_equivalents, id);
CREATE INDEX process_by_updated ON process (organization_id, updated_at, id);
CREATE INDEX process_by_code ON process (organization_id, code, id);
CREATE INDEX vendor_by_code ON vendor (organization_id, code, id);
CREATE INDEX contract_by_code ON contract (organization_id, code, id);

-- One open thing at a time: the database decides races.
CREATE UNIQUE INDEX approval_one_pending ON approval (subject_id, kind) WHERE state = 'pending';
CREATE UNIQUE INDEX stage_passage_one_requested ON stage_passage (engagement_id) WHERE state = 'requested';
CREATE UNIQUE INDEX business_case_one_open ON business_case (engagement_id) WHERE state IN ('draft', 'submitted');
CREATE UNIQUE INDEX business_case_one_approved ON business_case (engagement_id) WHERE state = 'approved';
CREATE UNIQUE INDEX scope_of_work_one_draft ON scope_of_work (engagement_id) WHERE state = 'draft';
CREATE UNIQUE INDEX rfp_one_live ON rfp (engagement_id) WHERE state IN ('draft', 'published', 'closed', 'evaluation', 'awarded');
CREATE UNIQUE INDEX suitability_one_draft ON suitability_assessment (process_id) WHERE state = 'draft';
CREATE UNIQUE INDEX suitability_one_complete ON suitability_assessment (process_id) WHERE state = 'complete';
CREATE UNIQUE INDEX award_one_live ON award (lot_id) WHERE state IN ('proposed', 'approved', 'standstill', 'final');
CREATE UNIQUE INDEX contract_one_per_award ON contract (award_id, vendor_id) WHERE state <> 'terminated';
CREATE UNIQUE INDEX service_level_one_current ON service_level (kpi_id) WHERE effective_to IS NULL;

-- Values that no code path may get past.
ALTER TABLE person ADD CONSTRAINT person_email_lower CHECK (email = lower(email));
ALTER TABLE session ADD CONSTRAINT session_one_actor CHECK (num_nonnulls(member_id, vendor_contact_id) <= 1);
ALTER TABLE api_token ADD CONSTRAINT api_token_one_actor CHECK (num_nonnulls(member_id, vendor_contact_id) = 1);
ALTER TABLE process ADD CONSTRAINT process_not_its_own_parent CHECK (parent_id IS DISTINCT FROM id);
ALTER TABLE process ADD CONSTRAINT process_amounts CHECK (volume_per_month >= 0 AND full_time_equivalents >= 0 AND cost_per_year >= 0);
ALTER TABLE process ADD CONSTRAINT process_grades CHECK (complexity BETWEEN 1 AND 5 AND documentation BETWEEN 1 AND 5);
ALTER TABLE risk ADD CONSTRAINT risk_grades CHECK (probability BETWEEN 1 AND 5 AND impact BETWEEN 1 AND 5
  AND residual_probability BETWEEN 1 AND 5 AND residual_impact BETWEEN 1 AND 5);
ALTER TABLE business_case ADD CONSTRAINT business_case_shape CHECK (years BETWEEN 1 AND 30 AND discount_rate > -100 AND (tax_rate IS NULL OR tax_rate BETWEEN 0 AND 100));
ALTER TABLE rfp ADD CONSTRAINT rfp_weights CHECK (technical_weight >= 0 AND price_weight >= 0 AND technical_weight + price_weight = 100);
ALTER TABLE rfp ADD CONSTRAINT rfp_timetable CHECK (bids_until IS NULL OR opening_at IS NULL OR opening_at >= bids_until);
ALTER TABLE rfp_criterion ADD CONSTRAINT rfp_criterion_weight CHECK (weight >= 0 AND weight <= 100);
ALTER TABLE score ADD CONSTRAINT score_scale CHECK (score >= 0 AND score <= 5);
ALTER TABLE moderated_score ADD CONSTRAINT moderated_score_scale CHECK (score >= 0 AND score <= 5);
ALTER TABLE envelope_opening ADD CONSTRAINT envelope_opening_two_people CHECK (second_opener_id IS DISTINCT FROM first_opener_id);
ALTER TABLE award_share ADD CONSTRAINT award_share_percent CHECK (share_percent > 0 AND share_percent <= 100);
ALTER TABLE contract ADD CONSTRAINT contract_dates CHECK (end_date IS NULL OR start_date IS NULL OR end_date > start_date);
ALTER TABLE contract ADD CONSTRAINT contract_percentages CHECK (at_risk_percent BETWEEN 0 AND 100);
ALTER TABLE monthly_charge ADD CONSTRAINT monthly_charge_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
ALTER TABLE measurement ADD CONSTRAINT measurement_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
ALTER TABLE measurement ADD CONSTRAINT measurement_counts CHECK (cases >= 0 AND cases_without_value >= 0);
ALTER TABLE measurement_period ADD CONSTRAINT measurement_period_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
ALTER TABLE satisfaction_survey ADD CONSTRAINT satisfaction_survey_scale CHECK (score BETWEEN 1 AND 5 AND responses >= 0);
ALTER TABLE transition_task ADD CONSTRAINT transition_task_dates CHECK (planned_end >= planned_start AND progress BETWEEN 0 AND 100);
ALTER TABLE task_dependency ADD CONSTRAINT task_dependency_not_itself CHECK (predecessor_id <> successor_id);

-- Rows that are evidence: they are added and never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measurement_append_only BEFORE UPDATE OR DELETE ON measurement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_resealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'withdrawn_at') IS DISTINCT FROM (to_jsonb(OLD) - 'withdrawn_at') THEN
    RAISE EXCEPTION 'bid_submission is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_submission_append_only BEFORE UPDATE OR DELETE ON bid_submission FOR EACH ROW EXECUTE FUNCTION refuse_resealing();

-- The audit chain. A field is written as "<bytes>:<text>;" and a missing one as "-;", so that no two rows read alike;
-- lib/server/audit/chain.ts computes the same from outside.
CREATE FUNCTION audit_field(field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN field IS NULL THEN '-;' ELSE octet_length(field) || ':' || field || ';' END $$;

CREATE FUNCTION audit_append(
  organization uuid, actor_kind text, actor_id uuid, actor_name text, action text,
  subject_type text, subject_id uuid, subject_label text, before text, after text, request_id text, ip_address text
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  head audit_head%ROWTYPE;
  number bigint;
  moment timestamptz;
  digest text;
BEGIN
  SELECT * INTO head FROM audit_head WHERE organization_id = organization FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_head (organization_id, sequence, hash) VALUES (organization, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_head WHERE organization_id = organization FOR UPDATE;
  END IF;
  number := head.sequence + 1;
  moment := clock_timestamp();
  digest := encode(sha256(convert_to(
    audit_field(head.hash) || audit_field(organization::text) || audit_field(number::text)
    || audit_field(to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_field(actor_kind) || audit_field(actor_id::text) || audit_field(actor_name) || audit_field(action)
    || audit_field(subject_type) || audit_field(subject_id::text) || audit_field(subject_label)
    || audit_field(before) || audit_field(after) || audit_field(request_id) || audit_field(ip_address), 'UTF8')), 'hex');
  INSERT INTO audit_event (organization_id, sequence, at, actor_kind, actor_id, actor_name, action,
    subject_type, subject_id, subject_label, before, after, request_id, ip_address, previous_hash, hash)
  VALUES (organization, number, moment, actor_kind, actor_id, actor_name, action,
    subject_type, subject_id, subject_label, before, after, request_id, ip_address, head.hash, digest);
  UPDATE audit_head SET sequence = number, hash = digest WHERE organization_id = organization;
  RETURN number;
END $$;

-- Case log: what vendors' systems export, up to hundreds of millions of rows. Partitioned by opening year with a
-- place for rows without one; BRIN because rows arrive roughly in time order. Not in Prisma's schema: it is only
-- written by COPY and set-based SQL and only read by aggregates.
CREATE TABLE case_record (
  case_log_id uuid NOT NULL REFERENCES case_log (id) ON DELETE CASCADE,
  case_number text NOT NULL,
  opened_at timestamptz,
  first_response_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  paused_seconds bigint NOT NULL DEFAULT 0 CHECK (paused_seconds >= 0),
  attributes jsonb NOT NULL DEFAULT '{}',
  import_id uuid NOT NULL,
  UNIQUE NULLS NOT DISTINCT (case_log_id, case_number, opened_at)
) PARTITION BY RANGE (opened_at);
CREATE TABLE case_record_other PARTITION OF case_record DEFAULT;
DO $$ BEGIN
  FOR year IN 2010..2049 LOOP
    EXECUTE format('CREATE TABLE case_record_%s PARTITION OF case_record FOR VALUES FROM (%L) TO (%L)',
      year, year || '-01-01 00:00:00+00', (year + 1) || '-01-01 00:00:00+00');
  END LOOP;
END $$;
CREATE INDEX case_record_opened ON case_record USING brin (opened_at);
CREATE INDEX case_record_closed ON case_record USING brin (closed_at);
