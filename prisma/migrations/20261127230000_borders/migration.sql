-- Borders that no code can step over: a reference never leads into another organization, months are months, currencies
-- are codes, ranges are not turned round, revisions of one thing never hold at the same time.

-- Tables that join two others get the organization of the first one by themselves, so that both ends can be held to it.
CREATE FUNCTION fill_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT organization_id FROM %I WHERE id = ($1).%I', TG_ARGV[0], TG_ARGV[1])
    INTO NEW.organization_id USING NEW;
  RETURN NEW;
END;
$$;

DO $$
DECLARE
  joined record;
BEGIN
  FOR joined IN
    SELECT * FROM (VALUES ('award_share', 'award', 'award_id'), ('bid_answer', 'bid', 'bid_id'),
      ('bid_price_line', 'bid', 'bid_id'), ('engagement_process', 'engagement', 'engagement_id'),
      ('knowledge_signature', 'knowledge_item', 'item_id'), ('task_dependency', 'transition_task', 'predecessor_id')
    ) AS each(child, parent, key)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN organization_id uuid', joined.child);
    -- What guards rows against changes guards them against this one too.
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', joined.child);
    EXECUTE format('UPDATE %I c SET organization_id = p.organization_id FROM %I p WHERE p.id = c.%I',
      joined.child, joined.parent, joined.key);
    EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', joined.child);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN organization_id SET NOT NULL', joined.child);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON %I FOR EACH ROW
      EXECUTE FUNCTION fill_organization(%L, %L)', joined.child || '_organization', joined.key, joined.child,
      joined.parent, joined.key);
  END LOOP;
END;
$$;

-- Each key between two tables of an organization becomes a key over (organization, id), under its old name. A later
-- migration that adds such tables calls this again at its end; a test names the key that was forgotten.
CREATE FUNCTION guard_references() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  reference record;
BEGIN
  FOR reference IN
    SELECT k.conname, k.conrelid::regclass AS child, k.confrelid::regclass AS parent, parent.relname AS parent_name,
      c.attname AS key,
      CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN format('SET NULL (%I)', c.attname)
        WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END AS on_delete,
      CASE k.confupdtype WHEN 'c' THEN 'CASCADE' ELSE 'NO ACTION' END AS on_update
    FROM pg_constraint k
    JOIN pg_class parent ON parent.oid = k.confrelid
    JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = k.conkey[1]
    JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = k.confkey[1]
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0
      AND cardinality(k.conkey) = 1 AND p.attname = 'id'
      AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = k.conrelid AND attname = 'organization_id')
      AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = k.confrelid AND attname = 'organization_id')
  LOOP
    EXECUTE format('CREATE UNIQUE INDEX IF NOT EXISTS %I ON %s (organization_id, id)',
      reference.parent_name || '_border', reference.parent);
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', reference.child, reference.conname);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (organization_id, %I) REFERENCES %s (organization_id, id)
      ON DELETE %s ON UPDATE %s', reference.child, reference.conname, reference.key, reference.parent,
      reference.on_delete, reference.on_update);
  END LOOP;
END;
$$;
SELECT guard_references();

-- Months, currencies, and the format in which a document was written: for every column of the kind.
CREATE FUNCTION guard_values() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  field record;
BEGIN
  FOR field IN
    SELECT c.relname AS place, a.attname AS name,
      CASE WHEN a.atttypid = 'jsonb'::regtype THEN 'document'
        WHEN a.attname = 'currency' OR a.attname LIKE '%\_currency' THEN 'currency' ELSE 'month' END AS kind
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> 'case_record'
      AND (a.atttypid = 'jsonb'::regtype
        OR (a.atttypid = 'bpchar'::regtype AND a.atttypmod = 7 + 4)
        OR (a.atttypid = 'bpchar'::regtype AND a.atttypmod = 3 + 4 AND a.attname LIKE '%currency'))
  LOOP
    IF field.kind = 'document' THEN
      EXECUTE format('ALTER TABLE %I ADD COLUMN IF NOT EXISTS %I smallint NOT NULL DEFAULT 1',
        field.place, field.name || '_format');
    ELSIF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = to_regclass(quote_ident(field.place))
        AND conname = field.place || '_' || field.name || '_' || field.kind) THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I ~ %L)', field.place,
        field.place || '_' || field.name || '_' || field.kind, field.name,
        CASE field.kind WHEN 'month' THEN '^\d{4}-(0[1-9]|1[0-2])$' ELSE '^[A-Z]{3}$' END);
    END IF;
  END LOOP;
END;
$$;
SELECT guard_values();

ALTER TABLE charge_line ADD CONSTRAINT charge_line_dates CHECK (effective_to >= effective_from);
ALTER TABLE service_level ADD CONSTRAINT service_level_months CHECK (effective_to >= effective_from);
ALTER TABLE service_level ADD CONSTRAINT service_level_minimum_volume CHECK (minimum_volume >= 0);
ALTER TABLE kpi ADD CONSTRAINT kpi_decimals CHECK (decimals BETWEEN 0 AND 12);
ALTER TABLE measurement ADD CONSTRAINT measurement_parts CHECK (numerator >= 0 AND denominator >= 0);
ALTER TABLE contract ADD CONSTRAINT contract_lengths CHECK (renewal_months > 0 AND internal_lead_days >= 0
  AND switching_lead_days >= 0 AND liability_cap >= 0 AND yearly_value >= 0);
ALTER TABLE vendor_certificate ADD CONSTRAINT vendor_certificate_dates CHECK (expires_on >= issued_on);
ALTER TABLE vendor ADD CONSTRAINT vendor_employees CHECK (employees >= 0);
ALTER TABLE rfp ADD CONSTRAINT rfp_term CHECK (term_months > 0);
ALTER TABLE engagement ADD CONSTRAINT engagement_value CHECK (estimated_yearly_value >= 0);
ALTER TABLE organization ADD CONSTRAINT organization_limit CHECK (approval_limit >= 0);
ALTER TABLE business_case ADD CONSTRAINT business_case_years CHECK (first_year BETWEEN 1990 AND 2200);

-- Two revisions of one service level never hold in the same month. Looked at when the transaction ends: a revision and
-- the one before it are moved together.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE FUNCTION month_number(month text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN substr(month, 1, 4)::int * 12 + substr(month, 6, 2)::int;
ALTER TABLE service_level ADD CONSTRAINT service_level_one_at_a_time EXCLUDE USING gist (kpi_id WITH =,
  int4range(month_number(effective_from), month_number(effective_to), '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;

-- Keys that are read from their other end, or by whose target a row is deleted.
CREATE INDEX action_item_owner ON action_item (owner_id);
CREATE INDEX approval_engagement ON approval (engagement_id);
CREATE INDEX award_share_bid ON award_share (bid_id);
CREATE INDEX award_share_vendor ON award_share (vendor_id);
CREATE INDEX bid_vendor ON bid (vendor_id);
CREATE INDEX bid_answer_question ON bid_answer (question_id);
CREATE INDEX bid_price_line_item ON bid_price_line (item_id);
CREATE INDEX clarification_vendor ON clarification (vendor_id);
CREATE INDEX contract_owner ON contract (owner_id);
CREATE INDEX engagement_owner ON engagement (owner_id);
CREATE INDEX evaluator_conflict_member ON evaluator_conflict (member_id);
CREATE INDEX exclusion_service_level ON exclusion (service_level_id);
CREATE INDEX issue_owner ON issue (owner_id);
CREATE INDEX kpi_case_log ON kpi (case_log_id);
CREATE INDEX kpi_proposed_service_level ON kpi (proposed_service_level_id);
CREATE INDEX knowledge_item_process ON knowledge_item (process_id);
CREATE INDEX process_owner ON process (owner_id);
CREATE INDEX proposed_service_level_process ON proposed_service_level (process_id);
CREATE INDEX proposed_service_level_requirement ON proposed_service_level (requirement_id);
CREATE INDEX requirement_process ON requirement (process_id);
CREATE INDEX rfp_evaluator_member ON rfp_evaluator (member_id);
CREATE INDEX rfp_price_item_lot ON rfp_price_item (lot_id);
CREATE INDEX rfp_question_criterion ON rfp_question (criterion_id);
CREATE INDEX rfp_question_requirement ON rfp_question (requirement_id);
CREATE INDEX rfp_scope ON rfp (scope_id);
CREATE INDEX risk_owner ON risk (owner_id);
CREATE INDEX risk_vendor ON risk (vendor_id);
CREATE INDEX risk_mitigation_owner ON risk_mitigation (owner_id);
CREATE INDEX score_criterion ON score (criterion_id);
CREATE INDEX session_member ON session (member_id);
CREATE INDEX session_vendor_contact ON session (vendor_contact_id);
CREATE INDEX subcontractor_parent ON subcontractor (parent_id);
CREATE INDEX suitability_assessment_engagement ON suitability_assessment (engagement_id);
CREATE INDEX task_dependency_successor ON task_dependency (successor_id);
CREATE INDEX transition_plan_contract ON transition_plan (contract_id);
CREATE INDEX transition_task_client_owner ON transition_task (client_owner_id);
