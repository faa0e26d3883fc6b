-- How far the clock has come, and what it has told.
CREATE TABLE "scheduled_run" (
    "organization_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "done_until" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "result" TEXT NOT NULL DEFAULT '',
    "error" TEXT,

    CONSTRAINT "scheduled_run_pkey" PRIMARY KEY ("organization_id","job")
);
ALTER TABLE "scheduled_run" ADD CONSTRAINT "scheduled_run_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The key decides between two that would tell the same.
CREATE TABLE "reminder" (
    "organization_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("organization_id","key")
);
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
