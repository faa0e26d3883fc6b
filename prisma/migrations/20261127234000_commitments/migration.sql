-- What the vendor was chosen for goes into the contract: requirements, answers, exceptions and offers of its bid.
ALTER TABLE contract ADD COLUMN commitments jsonb NOT NULL DEFAULT '[]';
SELECT guard_values();

-- They are terms like the others.
CREATE OR REPLACE FUNCTION refuse_unagreed_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('active', 'expiring', 'expired', 'terminated') THEN
    IF NEW.state IN ('draft', 'inReview', 'signed') OR
      (NEW.vendor_id, NEW.title, NEW.type, NEW.currency, NEW.time_zone, NEW.start_date, NEW.end_date, NEW.renewal,
        NEW.renewal_months, NEW.client_notice_months, NEW.vendor_notice_months, NEW.governing_law, NEW.staffing_terms,
        NEW.coverage_hours, NEW.delivery_locations, NEW.data_protection_terms, NEW.insurance, NEW.liability_cap,
        NEW.termination_rights, NEW.exit_plan, NEW.at_risk_percent, NEW.yearly_cap_percent, NEW.yearly_cap_basis, NEW.yearly_cap_amount, NEW.credit_terms,
        NEW.yearly_value, NEW.commitments)
      IS DISTINCT FROM
      (OLD.vendor_id, OLD.title, OLD.type, OLD.currency, OLD.time_zone, OLD.start_date, OLD.end_date, OLD.renewal,
        OLD.renewal_months, OLD.client_notice_months, OLD.vendor_notice_months, OLD.governing_law, OLD.staffing_terms,
        OLD.coverage_hours, OLD.delivery_locations, OLD.data_protection_terms, OLD.insurance, OLD.liability_cap,
        OLD.termination_rights, OLD.exit_plan, OLD.at_risk_percent, OLD.yearly_cap_percent, OLD.yearly_cap_basis, OLD.yearly_cap_amount, OLD.credit_terms,
        OLD.yearly_value, OLD.commitments) THEN
      RAISE EXCEPTION 'the contract runs: its terms change by an amendment';
    END IF;
  ELSIF NEW.state IN ('signed', 'active') AND NEW.state <> OLD.state THEN
    IF NOT is_signed_by_both(NEW.id) THEN
      RAISE EXCEPTION 'the contract is not signed by both sides on one text';
    END IF;
    IF EXISTS (SELECT 1 FROM approval WHERE subject_type = 'contract' AND subject_id = NEW.id AND state = 'pending') THEN
      RAISE EXCEPTION 'an executive has not decided on the contract yet';
    END IF;
  END IF;
  RETURN NEW;
END $$;
