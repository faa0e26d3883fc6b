-- Notice, approval of amendments, the thread from the scope and the bid into the contract, the go-live decision.
ALTER TABLE contract ADD COLUMN notice_given_on date, ADD COLUMN notice_given_by side;
ALTER TABLE contract_amendment
  ADD COLUMN needs_approval boolean NOT NULL DEFAULT false,
  ADD COLUMN approved_by_id uuid REFERENCES member (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN approved_at timestamptz(3);
ALTER TABLE charge_line
  ADD COLUMN price_item_id uuid REFERENCES rfp_price_item (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE kpi
  ADD COLUMN proposed_service_level_id uuid REFERENCES proposed_service_level (id) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE transition_plan
  ADD COLUMN go_live_decision text CHECK (go_live_decision IN ('go', 'noGo')),
  ADD COLUMN go_live_reason text,
  ADD COLUMN go_live_decided_by_id uuid REFERENCES member (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN go_live_decided_at timestamptz(3);

CREATE INDEX "transition_plan_organization_id_planned_go_live_id_idx" ON transition_plan (organization_id, planned_go_live, id);
CREATE INDEX transition_plan_search ON transition_plan USING gin (organization_id, (code || ' ' || name) gin_trgm_ops);

-- Dates and state of each contract as the calendar gives them today, in the contract's own time zone: what lists sort
-- by. The same as findTermEnd, findRenewalDates and readTermState in lib/contracts/rules/renewal.ts; a test compares.
CREATE VIEW contract_calendar AS
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
  WHERE a.contract_id = c.id AND a.effective_from <= clock.today AND (a.approved_at IS NOT NULL OR NOT a.needs_approval)
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
    WHEN agreed.renewal = 'tacit' AND agreed.renewal_months > 0 AND c.notice_given_on IS NULL
      AND agreed.end_date < clock.today
    THEN (SELECT run.ends FROM generate_series(1, 1200) AS times
      CROSS JOIN LATERAL (SELECT (agreed.end_date + make_interval(months => times * agreed.renewal_months))::date AS ends) run
      WHERE run.ends >= clock.today ORDER BY times LIMIT 1)
    ELSE agreed.end_date END AS end_on
) term
CROSS JOIN LATERAL (SELECT (term.end_on - make_interval(months => agreed.notice_months))::date AS notice_by) notice
CROSS JOIN LATERAL (SELECT notice.notice_by - agreed.lead_days AS decide_by) decision;
