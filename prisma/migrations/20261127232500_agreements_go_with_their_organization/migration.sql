-- What guards agreements guards them as long as their organization is there; with it they go.
CREATE OR REPLACE FUNCTION refuse_unagreed_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part_of uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.contract_id ELSE NEW.contract_id END;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - TG_ARGV) IS NOT DISTINCT FROM (to_jsonb(OLD) - TG_ARGV) THEN RETURN NEW; END IF;
  END IF;
  IF is_agreed(part_of) AND NOT is_amending(part_of) THEN
    RAISE EXCEPTION 'the contract runs: its % changes by an amendment', TG_TABLE_NAME;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION refuse_unagreed_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before document := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD END;
  after document := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW END;
  part_of uuid := coalesce(after.subject_id, before.subject_id);
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  END IF;
  IF coalesce(after.subject_type, before.subject_type) = 'contract'
    AND 'vendor' IN (before.visibility, after.visibility) AND before IS DISTINCT FROM after
    AND is_agreed(part_of) AND NOT is_amending(part_of) THEN
    RAISE EXCEPTION 'the contract runs: its documents change by an amendment';
  END IF;
  RETURN coalesce(after, before);
END $$;

CREATE OR REPLACE FUNCTION refuse_change_of_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM contract WHERE id = OLD.contract_id)
      AND EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN
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

CREATE OR REPLACE FUNCTION refuse_change_of_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moving text[] := '{state,approved_by_id,approved_at,in_force_at,ended_reason,version}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' AND EXISTS (SELECT 1 FROM contract WHERE id = OLD.contract_id)
      AND EXISTS (SELECT 1 FROM organization WHERE id = OLD.organization_id) THEN
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
