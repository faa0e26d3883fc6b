-- CreateTable
CREATE TABLE "portfolio_snapshot" (
    "organization_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "content" JSONB NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "portfolio_snapshot_pkey" PRIMARY KEY ("organization_id")
);
