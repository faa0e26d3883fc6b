-- CreateEnum
CREATE TYPE "amendment_state" AS ENUM ('draft', 'proposed', 'inForce', 'rejected', 'declined', 'withdrawn');

-- DropIndex
DROP INDEX "charge_line_contract_id_code_key";

-- AlterTable
ALTER TABLE "contract_amendment" ADD COLUMN     "ended_reason" TEXT,
ADD COLUMN     "in_force_at" TIMESTAMPTZ(3),
ADD COLUMN     "needs_assent" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "parts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "state" "amendment_state" NOT NULL DEFAULT 'draft',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "changes" SET DEFAULT '{}';

-- AlterTable
ALTER TABLE "charge_line" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "kpi" ADD COLUMN     "effective_from" CHAR(7),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "contract_text" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "format" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "amendment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contract_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_signature" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "text_id" UUID,
    "side" "side" NOT NULL,
    "member_id" UUID,
    "contact_id" UUID,
    "signed_name" TEXT NOT NULL,
    "paper_on" DATE,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "contract_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_text_shown" (
    "text_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contract_text_shown_pkey" PRIMARY KEY ("text_id","contact_id")
);

-- CreateTable
CREATE TABLE "kpi_revision" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "kpi_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "decimals" INTEGER,
    "method" "kpi_method" NOT NULL,
    "case_log_id" UUID,
    "definition" JSONB,
    "effective_from" CHAR(7),
    "effective_to" CHAR(7) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kpi_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contract_text_amendment_id_idx" ON "contract_text"("amendment_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_text_contract_id_number_key" ON "contract_text"("contract_id", "number");

-- CreateIndex
CREATE INDEX "contract_signature_contract_id_idx" ON "contract_signature"("contract_id");

-- CreateIndex
CREATE INDEX "contract_signature_text_id_idx" ON "contract_signature"("text_id");

-- CreateIndex
CREATE INDEX "contract_signature_member_id_idx" ON "contract_signature"("member_id");

-- CreateIndex
CREATE INDEX "contract_signature_contact_id_idx" ON "contract_signature"("contact_id");

-- CreateIndex
CREATE INDEX "contract_text_shown_contact_id_idx" ON "contract_text_shown"("contact_id");

-- CreateIndex
CREATE INDEX "kpi_revision_contract_id_idx" ON "kpi_revision"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_revision_kpi_id_revision_key" ON "kpi_revision"("kpi_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "charge_line_contract_id_code_revision_key" ON "charge_line"("contract_id", "code", "revision");

-- AddForeignKey
ALTER TABLE "contract_text" ADD CONSTRAINT "contract_text_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_text" ADD CONSTRAINT "contract_text_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_text" ADD CONSTRAINT "contract_text_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "contract_amendment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "contract_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_text_shown" ADD CONSTRAINT "contract_text_shown_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_text_shown" ADD CONSTRAINT "contract_text_shown_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "contract_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_text_shown" ADD CONSTRAINT "contract_text_shown_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "vendor_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_revision" ADD CONSTRAINT "kpi_revision_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_revision" ADD CONSTRAINT "kpi_revision_kpi_id_fkey" FOREIGN KEY ("kpi_id") REFERENCES "kpi"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_revision" ADD CONSTRAINT "kpi_revision_case_log_id_fkey" FOREIGN KEY ("case_log_id") REFERENCES "case_log"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Signatures that were given before texts were kept name no text. What was not active yet is signed again, on its text.
INSERT INTO contract_signature (id, organization_id, contract_id, side, member_id, signed_name, signed_at)
SELECT gen_random_uuid(), c.organization_id, c.id, 'client', c.client_signer_id, coalesce(p.name, ''), c.client_signed_at
FROM contract c LEFT JOIN member m ON m.id = c.client_signer_id LEFT JOIN person p ON p.id = m.person_id
WHERE c.client_signed_at IS NOT NULL;
INSERT INTO contract_signature (id, organization_id, contract_id, side, contact_id, signed_name, paper_on, signed_at)
SELECT gen_random_uuid(), c.organization_id, c.id, 'vendor', c.vendor_signer_id,
  coalesce(v.name, c.vendor_signature_note), CASE WHEN c.vendor_signer_id IS NULL
    THEN (c.vendor_signed_at AT TIME ZONE c.time_zone)::date END, c.vendor_signed_at
FROM contract c LEFT JOIN vendor_contact v ON v.id = c.vendor_signer_id WHERE c.vendor_signed_at IS NOT NULL;
UPDATE contract_signature s SET voided_at = now(), void_reason = 'It named no text. The contract is signed again.'
FROM contract c WHERE c.id = s.contract_id AND c.state IN ('draft', 'inReview', 'signed');
UPDATE contract SET state = 'inReview' WHERE state = 'signed';
ALTER TABLE contract ADD COLUMN signed_at timestamptz(3);
UPDATE contract SET signed_at = greatest(client_signed_at, vendor_signed_at)
WHERE state NOT IN ('draft', 'inReview') AND client_signed_at IS NOT NULL AND vendor_signed_at IS NOT NULL;

-- DropForeignKey
ALTER TABLE "contract" DROP CONSTRAINT "contract_client_signer_id_fkey";

-- DropForeignKey
ALTER TABLE "contract" DROP CONSTRAINT "contract_vendor_signer_id_fkey";

-- AlterTable
ALTER TABLE "contract" DROP COLUMN "client_signed_at",
DROP COLUMN "client_signer_id",
DROP COLUMN "vendor_signature_note",
DROP COLUMN "vendor_signed_at",
DROP COLUMN "vendor_signer_id";


-- What was amended so far holds; what waits for an executive is a draft again, to be proposed to both sides.
UPDATE contract_amendment a SET needs_assent = false, proposed_at = a.created_at,
  state = CASE
    WHEN a.approved_at IS NOT NULL OR NOT a.needs_approval THEN 'inForce'::amendment_state
    WHEN EXISTS (SELECT 1 FROM approval p WHERE p.subject_id = a.id AND p.state = 'rejected')
      THEN 'rejected'::amendment_state
    ELSE 'withdrawn'::amendment_state END,
  in_force_at = CASE WHEN a.approved_at IS NOT NULL OR NOT a.needs_approval THEN coalesce(a.approved_at, a.created_at) END,
  ended_reason = CASE WHEN a.approved_at IS NULL AND a.needs_approval
    AND NOT EXISTS (SELECT 1 FROM approval p WHERE p.subject_id = a.id AND p.state = 'rejected')
    THEN 'Amendments now need the assent of the vendor. Propose it anew.' END;
UPDATE approval SET state = 'withdrawn', version = version + 1
WHERE subject_type = 'contractAmendment' AND state = 'pending';

ALTER TABLE contract_text ADD CONSTRAINT contract_text_hash
  CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'));
ALTER TABLE contract_signature ADD CONSTRAINT contract_signature_sides CHECK (side = 'vendor' OR contact_id IS NULL),
  ADD CONSTRAINT contract_signature_void CHECK ((voided_at IS NULL) = (void_reason IS NULL));
ALTER TABLE contract_amendment ADD CONSTRAINT contract_amendment_in_force
  CHECK ((state = 'inForce') = (in_force_at IS NOT NULL) AND (state <> 'inForce' OR NOT needs_approval OR approved_at IS NOT NULL));
ALTER TABLE kpi_revision ADD CONSTRAINT kpi_revision_months
  CHECK (effective_from IS NULL OR effective_from <= effective_to);
-- One name per side under a text, and one amendment at a time: what it changes is what holds now.
CREATE UNIQUE INDEX contract_signature_side ON contract_signature (text_id, side) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX contract_amendment_open ON contract_amendment (contract_id) WHERE state IN ('draft', 'proposed');

-- A contract that runs is changed by an amendment that comes into force in this very transaction, and by nothing else.
CREATE FUNCTION is_amending(of_contract uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM contract_amendment a
    WHERE a.id = nullif(current_setting('steward.amendment', true), '')::uuid AND a.contract_id = of_contract
      AND a.state = 'inForce' AND a.xmin = pg_current_xact_id()::xid)
$$;
CREATE FUNCTION is_agreed(of_contract uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE now_state contract_state;
BEGIN
  -- Shared: whoever activates it meanwhile is waited for.
  SELECT state INTO now_state FROM contract WHERE id = of_contract FOR SHARE;
  RETURN now_state IN ('active', 'expiring', 'expired', 'terminated');
END $$;

-- Arguments: columns that are no part of what was agreed.
CREATE FUNCTION refuse_unagreed_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part_of uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.contract_id ELSE NEW.contract_id END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - TG_ARGV) IS NOT DISTINCT FROM (to_jsonb(OLD) - TG_ARGV) THEN RETURN NEW; END IF;
  END IF;
  IF is_agreed(part_of) AND NOT is_amending(part_of) THEN
    RAISE EXCEPTION 'the contract runs: its % changes by an amendment', TG_TABLE_NAME;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER charge_line_agreed BEFORE INSERT OR UPDATE OR DELETE ON charge_line FOR EACH ROW
  EXECUTE FUNCTION refuse_unagreed_part('version', 'updated_at', 'price_item_id', 'position');
CREATE TRIGGER kpi_agreed BEFORE INSERT OR UPDATE OR DELETE ON kpi FOR EACH ROW
  EXECUTE FUNCTION refuse_unagreed_part('version', 'updated_at', 'proposed_service_level_id');
CREATE TRIGGER kpi_revision_agreed BEFORE INSERT OR UPDATE OR DELETE ON kpi_revision FOR EACH ROW
  EXECUTE FUNCTION refuse_unagreed_part();
CREATE TRIGGER service_level_agreed BEFORE INSERT OR UPDATE OR DELETE ON service_level FOR EACH ROW
  EXECUTE FUNCTION refuse_unagreed_part('version', 'updated_at');

CREATE FUNCTION refuse_unagreed_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before document := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD END;
  after document := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW END;
  part_of uuid := coalesce(after.subject_id, before.subject_id);
BEGIN
  IF coalesce(after.subject_type, before.subject_type) = 'contract'
    AND 'vendor' IN (before.visibility, after.visibility) AND before IS DISTINCT FROM after
    AND is_agreed(part_of) AND NOT is_amending(part_of) THEN
    RAISE EXCEPTION 'the contract runs: its documents change by an amendment';
  END IF;
  RETURN coalesce(after, before);
END $$;
CREATE TRIGGER document_agreed BEFORE INSERT OR UPDATE OR DELETE ON document FOR EACH ROW
  EXECUTE FUNCTION refuse_unagreed_document();

-- Both sides have put a name under the newest text, the same one.
CREATE FUNCTION is_signed_by_both(of_contract uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT s.side) = 2 FROM contract_signature s WHERE s.voided_at IS NULL AND s.text_id = (
    SELECT t.id FROM contract_text t WHERE t.contract_id = of_contract AND t.amendment_id IS NULL
    ORDER BY t.number DESC LIMIT 1)
$$;
CREATE FUNCTION refuse_unagreed_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('active', 'expiring', 'expired', 'terminated') THEN
    IF NEW.state IN ('draft', 'inReview', 'signed') OR
      (NEW.vendor_id, NEW.title, NEW.type, NEW.currency, NEW.time_zone, NEW.start_date, NEW.end_date, NEW.renewal,
        NEW.renewal_months, NEW.client_notice_months, NEW.vendor_notice_months, NEW.governing_law, NEW.staffing_terms,
        NEW.coverage_hours, NEW.delivery_locations, NEW.data_protection_terms, NEW.insurance, NEW.liability_cap,
        NEW.termination_rights, NEW.exit_plan, NEW.at_risk_percent, NEW.yearly_cap_percent, NEW.credit_terms,
        NEW.yearly_value)
      IS DISTINCT FROM
      (OLD.vendor_id, OLD.title, OLD.type, OLD.currency, OLD.time_zone, OLD.start_date, OLD.end_date, OLD.renewal,
        OLD.renewal_months, OLD.client_notice_months, OLD.vendor_notice_months, OLD.governing_law, OLD.staffing_terms,
        OLD.coverage_hours, OLD.delivery_locations, OLD.data_protection_terms, OLD.insurance, OLD.liability_cap,
        OLD.termination_rights, OLD.exit_plan, OLD.at_risk_percent, OLD.yearly_cap_percent, OLD.credit_terms,
        OLD.yearly_value) THEN
      RAISE EXCEPTION 'the contract runs: its terms change by an amendment';
    END IF;
  ELSIF NEW.state IN ('signed', 'active') AND NEW.state <> OLD.state AND NOT is_signed_by_both(NEW.id) THEN
    RAISE EXCEPTION 'the contract is not signed by both sides on one text';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_agreed BEFORE UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION refuse_unagreed_contract();

-- Texts and signatures are evidence. They go only with the contract itself.
CREATE FUNCTION refuse_change_of_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM contract WHERE id = OLD.contract_id) THEN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
    END IF;
    RETURN OLD;
  END IF;
  IF TG_TABLE_NAME = 'contract_signature' AND to_jsonb(OLD) ->> 'voided_at' IS NULL
    AND (to_jsonb(NEW) - '{voided_at,void_reason}'::text[]) = (to_jsonb(OLD) - '{voided_at,void_reason}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER contract_text_append_only BEFORE UPDATE OR DELETE ON contract_text FOR EACH ROW
  EXECUTE FUNCTION refuse_change_of_agreement();
CREATE TRIGGER contract_signature_append_only BEFORE UPDATE OR DELETE ON contract_signature FOR EACH ROW
  EXECUTE FUNCTION refuse_change_of_agreement();

-- Proposed, an amendment keeps its content; decided, it keeps everything. In force it is assented to.
CREATE FUNCTION refuse_change_of_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moving text[] := '{state,approved_by_id,approved_at,in_force_at,ended_reason,version}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' AND EXISTS (SELECT 1 FROM contract WHERE id = OLD.contract_id) THEN
      RAISE EXCEPTION 'an amendment that was proposed stays';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state NOT IN ('draft', 'proposed')
    OR (OLD.state = 'proposed' AND (to_jsonb(NEW) - moving) IS DISTINCT FROM (to_jsonb(OLD) - moving)) THEN
    RAISE EXCEPTION 'an amendment that was proposed is not rewritten';
  END IF;
  IF NEW.state = 'inForce' AND NEW.needs_assent AND NOT EXISTS (
    SELECT 1 FROM contract_text t JOIN contract_signature s ON s.text_id = t.id
    WHERE t.amendment_id = NEW.id AND s.side = 'vendor' AND s.voided_at IS NULL) THEN
    RAISE EXCEPTION 'the vendor has not assented to this amendment';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_amendment_kept BEFORE UPDATE OR DELETE ON contract_amendment FOR EACH ROW
  EXECUTE FUNCTION refuse_change_of_amendment();

-- An amendment counts once it is in force: approved where the limit asks for it, and assented to.
-- Dates and state of each contract as the calendar gives them today, in the contract's own time zone: what lists sort
-- by. The same as findTermEnd, findRenewalDates and readTermState in lib/contracts/rules/renewal.ts; a test compares.
CREATE OR REPLACE VIEW contract_calendar AS
SELECT c.id AS contract_id, c.organization_id, clock.today, term.end_on, notice.notice_by, decision.decide_by,
  coalesce((amended.changes ->> 'yearlyValue')::numeric, c.yearly_value) AS yearly_value,
  CASE WHEN c.state NOT IN ('active', 'expiring') THEN c.state
    WHEN clock.today > term.end_on THEN 'expired'::contract_state
    WHEN clock.today >= decision.decide_by THEN 'expiring'::contract_state
    ELSE 'active'::contract_state END AS state
FROM contract c
CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE c.time_zone)::date AS today) clock
CROSS JOIN LATERAL (
  -- Of several values of one term jsonb keeps the last: the one of the latest amendment in force.
  SELECT coalesce(jsonb_object_agg(term.key, term.value ORDER BY a.effective_from, a.number), '{}') AS changes
  FROM contract_amendment a CROSS JOIN LATERAL jsonb_each(a.changes) term
  WHERE a.contract_id = c.id AND a.effective_from <= clock.today AND a.state = 'inForce'
) amended
CROSS JOIN LATERAL (
  SELECT coalesce((amended.changes ->> 'endDate')::date, c.end_date) AS end_date,
    coalesce(amended.changes ->> 'renewal', c.renewal::text) AS renewal,
    coalesce((amended.changes ->> 'renewalMonths')::int, c.renewal_months, 0) AS renewal_months,
    coalesce((amended.changes ->> 'clientNoticeMonths')::int, c.client_notice_months, 0) AS notice_months,
    coalesce((amended.changes ->> 'internalLeadDays')::int, c.internal_lead_days) AS lead_days
) agreed
CROSS JOIN LATERAL (
  SELECT CASE
    WHEN agreed.renewal = 'tacit' AND agreed.renewal_months > 0
      AND agreed.end_date < coalesce(c.notice_given_on, clock.today)
    THEN (SELECT run.ends FROM generate_series(1, 1200) AS times
      CROSS JOIN LATERAL (SELECT (agreed.end_date + make_interval(months => times * agreed.renewal_months))::date AS ends) run
      WHERE run.ends >= coalesce(c.notice_given_on, clock.today) ORDER BY times LIMIT 1)
    ELSE agreed.end_date END AS end_on
) term
CROSS JOIN LATERAL (SELECT (term.end_on - make_interval(months => agreed.notice_months))::date AS notice_by) notice
CROSS JOIN LATERAL (SELECT notice.notice_by - agreed.lead_days AS decide_by) decision;

SELECT guard_references();
SELECT guard_values();
