-- CreateEnum
CREATE TYPE "explanation_state" AS ENUM ('requested', 'answered', 'accepted', 'rejected');

-- DropIndex
DROP INDEX "envelope_opening_rfp_id_envelope_key";

-- AlterTable
ALTER TABLE "award" ADD COLUMN     "bids_are_out" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "bid" ADD COLUMN     "set_aside_reason" TEXT;

-- AlterTable
ALTER TABLE "envelope_opening" ADD COLUMN     "decision" TEXT;

-- AlterTable
ALTER TABLE "clarification" ADD COLUMN     "late_reason" TEXT,
ADD COLUMN     "published_question" TEXT;

-- CreateTable
CREATE TABLE "award_letter_draft" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "edited_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "award_letter_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_explanation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rfp_id" UUID NOT NULL,
    "bid_id" UUID NOT NULL,
    "state" "explanation_state" NOT NULL DEFAULT 'requested',
    "finding" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_explanation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "award_letter_draft_award_id_vendor_id_key" ON "award_letter_draft"("award_id", "vendor_id");

-- CreateIndex
CREATE INDEX "price_explanation_rfp_id_idx" ON "price_explanation"("rfp_id");

-- CreateIndex
CREATE UNIQUE INDEX "price_explanation_bid_id_key" ON "price_explanation"("bid_id");

-- CreateIndex
CREATE INDEX "envelope_opening_rfp_id_envelope_idx" ON "envelope_opening"("rfp_id", "envelope");

-- AddForeignKey
ALTER TABLE "award_letter_draft" ADD CONSTRAINT "award_letter_draft_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_letter_draft" ADD CONSTRAINT "award_letter_draft_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_letter_draft" ADD CONSTRAINT "award_letter_draft_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_letter_draft" ADD CONSTRAINT "award_letter_draft_edited_by_id_fkey" FOREIGN KEY ("edited_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_explanation" ADD CONSTRAINT "price_explanation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_explanation" ADD CONSTRAINT "price_explanation_rfp_id_fkey" FOREIGN KEY ("rfp_id") REFERENCES "rfp"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_explanation" ADD CONSTRAINT "price_explanation_bid_id_fkey" FOREIGN KEY ("bid_id") REFERENCES "bid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_explanation" ADD CONSTRAINT "price_explanation_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_explanation" ADD CONSTRAINT "price_explanation_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "vendor_contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_explanation" ADD CONSTRAINT "price_explanation_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


SELECT guard_references();

-- One opening of an envelope waits for its second person; one that is done stays, and a bid that had to be set aside is
-- opened by one of its own.
CREATE UNIQUE INDEX envelope_opening_waiting ON envelope_opening (rfp_id, envelope) WHERE second_at IS NULL;
ALTER TABLE price_explanation ADD CONSTRAINT price_explanation_answered
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (state <> 'answered' OR answer IS NOT NULL));
ALTER TABLE price_explanation ADD CONSTRAINT price_explanation_decided
  CHECK ((state IN ('accepted', 'rejected')) = (decided_at IS NOT NULL AND decided_by_id IS NOT NULL AND decision_reason IS NOT NULL));

-- What bidders were shown is what they are judged by: from publication on criteria, weights, questions and priced items
-- stand still. With their organization they go.
CREATE FUNCTION refuse_change_of_published_rfp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.technical_weight, NEW.price_weight, NEW.price_method, NEW.price_minimum,
      NEW.price_maximum, NEW.is_relative_to_best, NEW.minimum_technical, NEW.tie_rule, NEW.currency, NEW.term_months,
      NEW.scope_id)
    IS DISTINCT FROM (OLD.technical_weight, OLD.price_weight, OLD.price_method, OLD.price_minimum,
      OLD.price_maximum, OLD.is_relative_to_best, OLD.minimum_technical, OLD.tie_rule, OLD.currency, OLD.term_months,
      OLD.scope_id) THEN
    RAISE EXCEPTION 'the RFP is published: how bids are compared does not change any more' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.technical_opened_at IS NOT NULL AND (NEW.technical_opened_at IS DISTINCT FROM OLD.technical_opened_at
      OR NEW.bids_until IS DISTINCT FROM OLD.bids_until) THEN
    RAISE EXCEPTION 'the bids are open: their deadline and their opening stay as they were' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.technical_locked_at IS NOT NULL AND NEW.technical_locked_at IS DISTINCT FROM OLD.technical_locked_at)
    OR (OLD.price_opened_at IS NOT NULL AND NEW.price_opened_at IS DISTINCT FROM OLD.price_opened_at) THEN
    RAISE EXCEPTION 'what is locked or open stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rfp_published BEFORE UPDATE ON rfp FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_rfp();

CREATE FUNCTION refuse_change_of_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part_of uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.rfp_id ELSE NEW.rfp_id END;
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  IF EXISTS (SELECT 1 FROM rfp WHERE id = part_of AND state <> 'draft')
    OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM rfp WHERE id = OLD.rfp_id AND state <> 'draft')) THEN
    RAISE EXCEPTION 'the RFP is published: its % does not change any more', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER rfp_criterion_published BEFORE INSERT OR UPDATE OR DELETE ON rfp_criterion
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();
CREATE TRIGGER rfp_question_published BEFORE INSERT OR UPDATE OR DELETE ON rfp_question
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();
CREATE TRIGGER rfp_price_item_published BEFORE INSERT OR UPDATE OR DELETE ON rfp_price_item
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part();

-- A bid goes the way of its submissions: it stands as submitted when one of them stands, as withdrawn when the last one
-- was taken back in time, and what was opened is neither closed nor exchanged.
CREATE FUNCTION refuse_unsubmitted_bid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('opened', 'valid', 'rejected') THEN
    IF NEW.state NOT IN ('opened', 'valid', 'rejected') THEN
      RAISE EXCEPTION 'an opened bid does not go back to %', NEW.state USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.submissions, NEW.submitted_at, NEW.exceptions, NEW.value_added, NEW.lot_id, NEW.vendor_id)
      IS DISTINCT FROM (OLD.submissions, OLD.submitted_at, OLD.exceptions, OLD.value_added, OLD.lot_id, OLD.vendor_id) THEN
      RAISE EXCEPTION 'an opened bid stays as it was submitted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.evaluated_price IS NOT NULL AND NEW.evaluated_price IS DISTINCT FROM OLD.evaluated_price THEN
      RAISE EXCEPTION 'an opened price stays as it was submitted' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM bid_submission s
      WHERE s.bid_id = NEW.id AND s.number = NEW.submissions AND s.withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'no submission of this bid stands' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'submitted' AND NEW.state IN ('draft', 'withdrawn') AND EXISTS (SELECT 1 FROM bid_submission s
      WHERE s.bid_id = NEW.id AND s.withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'a submitted bid is withdrawn by its bidder' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state IN ('opened', 'valid', 'rejected') AND NOT EXISTS (SELECT 1 FROM rfp r
      WHERE r.id = NEW.rfp_id AND r.bids_until <= steward_now()) THEN
    RAISE EXCEPTION 'bids stay sealed until their deadline' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bid_submitted BEFORE UPDATE ON bid FOR EACH ROW EXECUTE FUNCTION refuse_unsubmitted_bid();

CREATE OR REPLACE FUNCTION refuse_resealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'bid_submission is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(NEW) - 'withdrawn_at') IS DISTINCT FROM (to_jsonb(OLD) - 'withdrawn_at') THEN
    RAISE EXCEPTION 'bid_submission is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at AND (OLD.withdrawn_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM bid b JOIN rfp r ON r.id = b.rfp_id WHERE b.id = NEW.bid_id AND r.bids_until <= steward_now())) THEN
    RAISE EXCEPTION 'a submission is withdrawn once, before the deadline' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What an opening wrote down from the envelopes: the finding about an answer may change, the answer and the price not.
CREATE FUNCTION refuse_change_of_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  ELSIF (to_jsonb(NEW) - 'is_met') IS NOT DISTINCT FROM (to_jsonb(OLD) - 'is_met') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% stays as it was opened', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER bid_answer_opened BEFORE UPDATE OR DELETE ON bid_answer FOR EACH ROW EXECUTE FUNCTION refuse_change_of_opened();
CREATE TRIGGER bid_price_line_opened BEFORE UPDATE OR DELETE ON bid_price_line FOR EACH ROW EXECUTE FUNCTION refuse_change_of_opened();

-- A letter stays as it was sent.
CREATE FUNCTION refuse_change_of_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'a letter stays as it was sent' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER award_letter_sent BEFORE UPDATE OR DELETE ON award_letter FOR EACH ROW EXECUTE FUNCTION refuse_change_of_letter();

-- A bid whose award was cancelled because it is out is not awarded again.
CREATE FUNCTION refuse_award_of_bid_that_is_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM award_share s JOIN award a ON a.id = s.award_id WHERE s.bid_id = NEW.bid_id AND a.bids_are_out) THEN
    RAISE EXCEPTION 'an award to this bid was cancelled' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_share_stands BEFORE INSERT ON award_share FOR EACH ROW EXECUTE FUNCTION refuse_award_of_bid_that_is_out();

-- Who declared a conflict of interest decides nothing about that bidder, and a conflict is never taken back.
CREATE FUNCTION has_conflict(person uuid, tender uuid, bidder uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM evaluator_conflict c WHERE c.rfp_id = tender AND c.member_id = person
    AND (bidder IS NULL OR c.vendor_id = bidder)) $$;

CREATE FUNCTION refuse_biased_score() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_bid record;
  person uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  SELECT rfp_id, vendor_id INTO of_bid FROM bid WHERE id = NEW.bid_id;
  IF has_conflict(person, of_bid.rfp_id, of_bid.vendor_id) THEN
    RAISE EXCEPTION 'a conflict of interest with this bidder was declared' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_TABLE_NAME = 'moderated_score' AND EXISTS (SELECT 1 FROM score s WHERE s.bid_id = NEW.bid_id
      AND s.criterion_id = NEW.criterion_id AND s.evaluator_id = person)
    AND NOT EXISTS (SELECT 1 FROM score s WHERE s.bid_id = NEW.bid_id AND s.criterion_id = NEW.criterion_id
      AND s.evaluator_id <> person) THEN
    RAISE EXCEPTION 'nobody settles alone what they scored alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_unbiased BEFORE INSERT OR UPDATE OF score ON score FOR EACH ROW EXECUTE FUNCTION refuse_biased_score('evaluator_id');
CREATE TRIGGER moderated_score_unbiased BEFORE INSERT OR UPDATE OF score ON moderated_score FOR EACH ROW EXECUTE FUNCTION refuse_biased_score('moderator_id');

CREATE FUNCTION refuse_biased_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF has_conflict(NEW.first_opener_id, NEW.rfp_id, NULL) OR has_conflict(NEW.second_opener_id, NEW.rfp_id, NULL) THEN
    RAISE EXCEPTION 'an opener declared a conflict of interest' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER envelope_opening_unbiased BEFORE INSERT OR UPDATE OF second_opener_id ON envelope_opening
  FOR EACH ROW EXECUTE FUNCTION refuse_biased_opening();

CREATE FUNCTION refuse_biased_award() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.proposed_by_id ELSE NEW.decided_by_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM bid b WHERE b.lot_id = NEW.lot_id AND b.state IN ('opened', 'valid', 'rejected')
      AND has_conflict(person, NEW.rfp_id, b.vendor_id)) THEN
    RAISE EXCEPTION 'a conflict of interest with a bidder was declared' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_unbiased BEFORE INSERT OR UPDATE OF decided_by_id ON award FOR EACH ROW EXECUTE FUNCTION refuse_biased_award();

CREATE FUNCTION refuse_taking_back_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'a declared conflict of interest stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER evaluator_conflict_stays BEFORE UPDATE OR DELETE ON evaluator_conflict
  FOR EACH ROW EXECUTE FUNCTION refuse_taking_back_conflict();

-- The ranking that an award keeps also says who was passed over, and which bids were out, from here on.
ALTER TABLE award ALTER COLUMN evaluation_format SET DEFAULT 2;
