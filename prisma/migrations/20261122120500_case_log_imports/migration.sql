-- What a repeated run of an import needs to know: the stored file, and whether it was finished already.
ALTER TABLE "case_log_import"
  ADD COLUMN "file_id" UUID,
  ADD COLUMN "size" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "skips_bad_rows" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "finished_at" TIMESTAMPTZ(3);
-- The job's run finds its import.
CREATE INDEX "case_log_import_job_id_idx" ON "case_log_import" ("job_id");

-- Table of points and earn-back hold for all service levels of a contract.
ALTER TABLE "contract" ADD COLUMN "credit_terms" JSONB NOT NULL DEFAULT '{}';
