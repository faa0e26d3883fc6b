-- How an engagement is to end is said when the last gate is asked for, and kept with that passage.
ALTER TABLE stage_passage ADD COLUMN outcome engagement_outcome;

-- Text search of the lists of actions and issues.
CREATE INDEX action_item_search ON action_item USING gin (organization_id, title gin_trgm_ops);
CREATE INDEX issue_search ON issue USING gin (organization_id, (code || ' ' || title) gin_trgm_ops);

-- The list of approvals, newest first.
CREATE INDEX approval_by_request ON approval (organization_id, requested_at, id);
