-- What the clock proposes to charge for a month that has ended: a table of its own, so that nothing that reads charges
-- can take a proposal for one.
CREATE TYPE "charge_proposal_state" AS ENUM ('proposed', 'recorded', 'declined');

CREATE TABLE "charge_proposal" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "charge_line_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "delivery" JSONB NOT NULL DEFAULT '{}',
    "steps" JSONB NOT NULL DEFAULT '[]',
    "state" "charge_proposal_state" NOT NULL DEFAULT 'proposed',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "charge_proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "charge_proposal_decided" CHECK ((state = 'proposed') = (decided_at IS NULL))
);

-- One for a line and a month, also of two clocks at once.
CREATE UNIQUE INDEX "charge_proposal_charge_line_id_month_key" ON "charge_proposal"("charge_line_id", "month");
-- The charges page asks for the open ones of a contract.
CREATE INDEX "charge_proposal_contract_id_state_month_idx" ON "charge_proposal"("contract_id", "state", "month");
CREATE INDEX "charge_proposal_decided_by_id_idx" ON "charge_proposal"("decided_by_id");
CREATE INDEX "charge_proposal_organization_id_state_idx" ON "charge_proposal"("organization_id", "state");

ALTER TABLE "charge_proposal" ADD CONSTRAINT "charge_proposal_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "charge_proposal" ADD CONSTRAINT "charge_proposal_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "charge_proposal" ADD CONSTRAINT "charge_proposal_charge_line_id_fkey" FOREIGN KEY ("charge_line_id") REFERENCES "charge_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "charge_proposal" ADD CONSTRAINT "charge_proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT guard_references();
SELECT guard_values();
