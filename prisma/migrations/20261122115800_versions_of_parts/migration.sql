-- Parts that people edit one by one carry a version of their own: two tabs, and nobody's work is lost.
ALTER TABLE "vendor_location" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "vendor_certificate" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "subcontractor" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "deliverable" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "responsibility" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "rfp_question" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- What an RFP was issued with is evidence: no code path changes it afterwards.
CREATE FUNCTION refuse_change_of_frozen_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM scope_of_work WHERE id = OLD.scope_id AND state <> 'draft') THEN
    RAISE EXCEPTION 'this revision of the scope is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER requirement_frozen BEFORE UPDATE OR DELETE ON requirement FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_scope();
CREATE TRIGGER deliverable_frozen BEFORE UPDATE OR DELETE ON deliverable FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_scope();
CREATE TRIGGER responsibility_frozen BEFORE UPDATE OR DELETE ON responsibility FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_scope();
CREATE TRIGGER proposed_service_level_frozen BEFORE UPDATE OR DELETE ON proposed_service_level FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_scope();
