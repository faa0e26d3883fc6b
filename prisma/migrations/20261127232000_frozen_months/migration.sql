-- CreateEnum
CREATE TYPE "yearly_cap_basis" AS ENUM ('plannedYear', 'chargesToDate', 'amount');

-- CreateEnum
CREATE TYPE "credit_entry_kind" AS ENUM ('credit', 'points', 'adjustment', 'earnBack', 'bonus');

-- CreateEnum
CREATE TYPE "period_version_kind" AS ENUM ('verified', 'locked');

-- CreateEnum
CREATE TYPE "restatement_state" AS ENUM ('proposed', 'accepted', 'disputed', 'withdrawn');

-- AlterTable
ALTER TABLE "contract" ADD COLUMN     "yearly_cap_amount" DECIMAL(20,4),
ADD COLUMN     "yearly_cap_basis" "yearly_cap_basis" NOT NULL DEFAULT 'plannedYear';

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "credit_limit" DECIMAL(20,4) NOT NULL DEFAULT 5000,
ADD COLUMN     "watermelon_fall" DECIMAL(9,4) NOT NULL DEFAULT 0.3;

-- AlterTable
ALTER TABLE "measurement_period" ADD COLUMN     "no_charges_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "points_credit" DECIMAL(20,4),
ADD COLUMN     "points_steps" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reported_by_contact_id" UUID,
ADD COLUMN     "reported_by_id" UUID,
ADD COLUMN     "unsigned_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "exclusion" ADD COLUMN     "case_numbers" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "credit_after" DECIMAL(20,4),
ADD COLUMN     "credit_before" DECIMAL(20,4);

-- CreateTable
CREATE TABLE "period_version" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "period_version_kind" NOT NULL,
    "content" TEXT NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "credit_total" DECIMAL(20,4) NOT NULL,
    "restatement_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_signature" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "member_id" UUID,
    "contact_id" UUID,
    "signed_name" TEXT NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "ip_address" TEXT,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "period_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "restatement" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "from_month" CHAR(7) NOT NULL,
    "state" "restatement_state" NOT NULL DEFAULT 'proposed',
    "content" JSONB NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "difference" DECIMAL(20,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_side" "side" NOT NULL,
    "proposed_by_id" UUID,
    "proposed_by_contact_id" UUID,
    "decided_by_id" UUID,
    "decided_by_contact_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "restatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_entry" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "source_month" CHAR(7) NOT NULL,
    "period_version" INTEGER NOT NULL,
    "kind" "credit_entry_kind" NOT NULL,
    "service_level_id" UUID,
    "restatement_id" UUID,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" "credit_state" NOT NULL DEFAULT 'calculated',
    "reason" TEXT NOT NULL DEFAULT '',
    "derivation" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "period_version_contract_id_month_idx" ON "period_version"("contract_id", "month");

-- CreateIndex
CREATE INDEX "period_version_restatement_id_idx" ON "period_version"("restatement_id");

-- CreateIndex
CREATE UNIQUE INDEX "period_version_period_id_number_kind_key" ON "period_version"("period_id", "number", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "period_signature_version_id_side_key" ON "period_signature"("version_id", "side");

-- CreateIndex
CREATE INDEX "restatement_contract_id_state_idx" ON "restatement"("contract_id", "state");

-- CreateIndex
CREATE INDEX "restatement_organization_id_state_idx" ON "restatement"("organization_id", "state");

-- CreateIndex
CREATE INDEX "credit_entry_contract_id_month_idx" ON "credit_entry"("contract_id", "month");

-- CreateIndex
CREATE INDEX "credit_entry_organization_id_state_idx" ON "credit_entry"("organization_id", "state");

-- CreateIndex
CREATE INDEX "credit_entry_restatement_id_idx" ON "credit_entry"("restatement_id");

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_reported_by_id_fkey" FOREIGN KEY ("reported_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_period" ADD CONSTRAINT "measurement_period_reported_by_contact_id_fkey" FOREIGN KEY ("reported_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_version" ADD CONSTRAINT "period_version_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_version" ADD CONSTRAINT "period_version_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_version" ADD CONSTRAINT "period_version_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "measurement_period"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_version" ADD CONSTRAINT "period_version_restatement_id_fkey" FOREIGN KEY ("restatement_id") REFERENCES "restatement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_version" ADD CONSTRAINT "period_version_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_signature" ADD CONSTRAINT "period_signature_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_signature" ADD CONSTRAINT "period_signature_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "period_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_signature" ADD CONSTRAINT "period_signature_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_signature" ADD CONSTRAINT "period_signature_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_proposed_by_contact_id_fkey" FOREIGN KEY ("proposed_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restatement" ADD CONSTRAINT "restatement_decided_by_contact_id_fkey" FOREIGN KEY ("decided_by_contact_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "measurement_period"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_service_level_id_fkey" FOREIGN KEY ("service_level_id") REFERENCES "service_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_restatement_id_fkey" FOREIGN KEY ("restatement_id") REFERENCES "restatement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What stood in two tables becomes entries of the one ledger.
INSERT INTO credit_entry (id, organization_id, contract_id, period_id, month, source_month, period_version, kind,
  service_level_id, amount, currency, state, derivation, version, created_at, updated_at)
SELECT id, organization_id, contract_id, period_id, month, month, 1,
  CASE WHEN service_level_id IS NULL THEN 'points' ELSE 'credit' END::credit_entry_kind,
  service_level_id, amount, currency, state, derivation, version, created_at, updated_at
FROM service_credit;
INSERT INTO measurement_period (id, organization_id, contract_id, month, updated_at)
SELECT DISTINCT ON (contract_id, posted_month) gen_random_uuid(), organization_id, contract_id, posted_month, now()
FROM credit_adjustment ON CONFLICT (contract_id, month) DO NOTHING;
INSERT INTO credit_entry (id, organization_id, contract_id, period_id, month, source_month, period_version, kind, amount,
  currency, state, reason, derivation, created_at, updated_at)
SELECT a.id, a.organization_id, a.contract_id, p.id, a.posted_month, a.source_month, 1, 'adjustment', a.amount, a.currency,
  'calculated', a.reason, a.derivation, a.created_at, a.created_at
FROM credit_adjustment a JOIN measurement_period p ON p.contract_id = a.contract_id AND p.month = a.posted_month;
DROP TABLE service_credit;
DROP TABLE credit_adjustment;

-- One entry per period, version, kind and service level; one adjustment per restatement.
CREATE UNIQUE INDEX credit_entry_once ON credit_entry (period_id, period_version, kind, service_level_id, source_month,
  restatement_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX credit_entry_one_adjustment ON credit_entry (restatement_id) WHERE restatement_id IS NOT NULL;
-- One proposal at a time for a contract: it follows what comes in.
CREATE UNIQUE INDEX restatement_one_open ON restatement (contract_id) WHERE state = 'proposed';

-- Whose turn a restatement is, and that nobody accepts its own.
ALTER TABLE restatement ADD CONSTRAINT restatement_decided CHECK (
  (state = 'proposed') = (decided_at IS NULL)
  AND (state NOT IN ('accepted', 'disputed') OR (proposed_side = 'client') = (decided_by_contact_id IS NOT NULL)
    OR decided_by_id IS NOT NULL));
ALTER TABLE credit_entry ADD CONSTRAINT credit_entry_source CHECK (source_month <= month);
ALTER TABLE period_signature ADD CONSTRAINT period_signature_side CHECK (
  (side = 'client') = (member_id IS NOT NULL) AND (side = 'vendor') = (contact_id IS NOT NULL));

-- What was agreed stands: versions and signatures are only ever added.
CREATE TRIGGER period_version_append_only BEFORE UPDATE OR DELETE ON period_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER period_version_no_truncate BEFORE TRUNCATE ON period_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER period_signature_append_only BEFORE UPDATE OR DELETE ON period_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER period_signature_no_truncate BEFORE TRUNCATE ON period_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A signature stands under the version that it names.
CREATE FUNCTION check_period_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM period_version WHERE id = NEW.version_id AND content_hash = NEW.content_hash) THEN
    RAISE EXCEPTION 'the signature names another content' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER period_signature_hash BEFORE INSERT ON period_signature FOR EACH ROW EXECUTE FUNCTION check_period_signature();

-- Locked months change through an accepted restatement of their contract and in no other way.
CREATE FUNCTION is_restating(contract uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM restatement WHERE id::text = current_setting('steward.restatement', true)
    AND contract_id = contract AND state = 'accepted')
$$;

CREATE FUNCTION guard_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'locked' THEN
      RAISE EXCEPTION 'a locked month stays' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF NEW.state = 'locked' AND OLD.state <> 'locked' AND (OLD.state <> 'verified' OR NOT EXISTS (
      SELECT 1 FROM period_version WHERE period_id = NEW.id AND kind = 'locked')) THEN
    RAISE EXCEPTION 'only a verified month with its frozen version is locked' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'locked' AND NOT is_restating(OLD.contract_id) AND
      (to_jsonb(NEW) - 'version' - 'updated_at') IS DISTINCT FROM (to_jsonb(OLD) - 'version' - 'updated_at') THEN
    RAISE EXCEPTION 'a locked month changes by an accepted restatement only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measurement_period_guard BEFORE UPDATE OR DELETE ON measurement_period FOR EACH ROW EXECUTE FUNCTION guard_period();

CREATE FUNCTION guard_period_result() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  result period_result%ROWTYPE;
BEGIN
  result := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  IF EXISTS (SELECT 1 FROM measurement_period WHERE contract_id = result.contract_id AND month = result.month
      AND state = 'locked') AND NOT is_restating(result.contract_id) THEN
    RAISE EXCEPTION 'results of a locked month change by an accepted restatement only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN result;
END $$;
CREATE TRIGGER period_result_guard BEFORE INSERT OR UPDATE OR DELETE ON period_result FOR EACH ROW EXECUTE FUNCTION guard_period_result();

-- An entry keeps what it says; only its way to the settlement goes on. It is taken back while it is no more than
-- calculated and its month is not locked.
CREATE FUNCTION guard_credit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_locked boolean;
BEGIN
  SELECT state = 'locked' INTO is_locked FROM measurement_period
  WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.period_id ELSE NEW.period_id END;
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'calculated' OR OLD.kind = 'adjustment' OR is_locked THEN
      RAISE EXCEPTION 'an entry of the ledger stays' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF is_locked THEN
      RAISE EXCEPTION 'nothing is posted in a locked month' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - 'state' - 'version' - 'updated_at') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'version' - 'updated_at')
    OR NEW.state < OLD.state THEN
    RAISE EXCEPTION 'an entry of the ledger keeps what it says' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit_entry_guard BEFORE INSERT OR UPDATE OR DELETE ON credit_entry FOR EACH ROW EXECUTE FUNCTION guard_credit_entry();
CREATE TRIGGER credit_entry_no_truncate BEFORE TRUNCATE ON credit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

SELECT guard_references();
SELECT guard_values();
