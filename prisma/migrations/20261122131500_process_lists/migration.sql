-- The latest completed assessment's result stands at the process itself, so that the list sorts and filters by it
-- without looking into another table.
ALTER TABLE process ADD COLUMN score DECIMAL(24,8), ADD COLUMN recommendation recommendation;
UPDATE process p SET score = a.score, recommendation = a.recommendation
  FROM suitability_assessment a WHERE a.id = p.latest_assessment_id;

-- Figures that may be missing sort by coalesce(…, -1), which no figure can be: a row comparison answers every page from
-- the index, also in descending order, where missing ones come last.
DROP INDEX process_by_volume;
DROP INDEX process_by_fte;
DROP INDEX process_organization_id_cost_per_year_id_idx;
CREATE INDEX process_by_volume ON process (organization_id, (coalesce(volume_per_month, -1)), id);
CREATE INDEX process_by_fte ON process (organization_id, (coalesce(full_time_equivalents, -1)), id);
CREATE INDEX process_by_cost ON process (organization_id, (coalesce(cost_per_year, -1)), id);
CREATE INDEX process_by_score ON process (organization_id, (coalesce(score, -1)), id);
-- Sort by state, and the few retired ones.
CREATE INDEX process_by_state ON process (organization_id, state, id);
-- Rare recommendations among many processes.
CREATE INDEX process_by_recommendation ON process (organization_id, recommendation) WHERE recommendation IS NOT NULL;
CREATE INDEX process_by_owner ON process (organization_id, owner_id) WHERE owner_id IS NOT NULL;
-- One level of the tree in the order of codes, page by page.
CREATE INDEX process_by_parent ON process (organization_id, parent_id, code);
-- The list of assessments.
CREATE INDEX assessment_by_updated ON suitability_assessment (organization_id, updated_at, id);
CREATE INDEX assessment_by_score ON suitability_assessment (organization_id, (coalesce(score, -1)), id);
