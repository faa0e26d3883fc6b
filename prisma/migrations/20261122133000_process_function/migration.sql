-- Few processes of one function among many of the other.
CREATE INDEX process_by_function ON process (organization_id, function, id);
