-- The one clock: every deadline, due day and schedule asks these three. Nothing in a session moves it; only who owns the
-- schema could put another function in its place, as the tests do in databases of their own.
CREATE FUNCTION steward_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT statement_timestamp() $$;

-- The calendar day that it is in a time zone.
CREATE FUNCTION steward_today(zone text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (steward_now() AT TIME ZONE zone)::date $$;

-- The calendar day that it is where an organization is.
CREATE FUNCTION organization_today(whose uuid) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT steward_today(time_zone) FROM organization WHERE id = whose $$;

-- The calendar of contracts is read on that clock.
CREATE OR REPLACE VIEW contract_calendar AS
SELECT c.id AS contract_id, c.organization_id, clock.today, term.end_on, notice.notice_by, decision.decide_by,
  coalesce((amended.changes ->> 'yearlyValue')::numeric, c.yearly_value) AS yearly_value,
  CASE WHEN c.state NOT IN ('active', 'expiring') THEN c.state
    WHEN clock.today > term.end_on THEN 'expired'::contract_state
    WHEN clock.today >= decision.decide_by THEN 'expiring'::contract_state
    ELSE 'active'::contract_state END AS state
FROM contract c
CROSS JOIN LATERAL (SELECT steward_today(c.time_zone) AS today) clock
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
    coalesce((amended.changes ->> 'vendorNoticeMonths')::int, c.vendor_notice_months, 0) AS vendor_notice_months,
    coalesce((amended.changes ->> 'internalLeadDays')::int, c.internal_lead_days) AS lead_days
) agreed
CROSS JOIN LATERAL (
  -- The first end that has not passed; with notice, the first one whose last day for notice had not passed on its day.
  SELECT CASE WHEN agreed.renewal = 'tacit' AND agreed.renewal_months > 0 THEN (
    SELECT run.ends FROM generate_series(0, 1200) AS times
    CROSS JOIN LATERAL (SELECT (agreed.end_date + make_interval(months => times * agreed.renewal_months))::date AS ends) run
    WHERE CASE WHEN c.notice_given_on IS NULL THEN run.ends >= clock.today
      ELSE (run.ends - make_interval(months => CASE c.notice_given_by
        WHEN 'vendor' THEN agreed.vendor_notice_months ELSE agreed.notice_months END))::date >= c.notice_given_on END
    ORDER BY times LIMIT 1)
  ELSE agreed.end_date END AS end_on
) term
CROSS JOIN LATERAL (SELECT (term.end_on - make_interval(months => agreed.notice_months))::date AS notice_by) notice
CROSS JOIN LATERAL (SELECT notice.notice_by - agreed.lead_days AS decide_by) decision;
