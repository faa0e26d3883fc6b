-- What a monthly charge was computed from, so that it can be corrected and explained.
ALTER TABLE monthly_charge ADD COLUMN delivery jsonb NOT NULL DEFAULT '{}';
