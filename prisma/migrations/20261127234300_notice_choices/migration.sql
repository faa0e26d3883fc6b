-- What a person wants to be told of, and how. No row: as the kind says.
CREATE TABLE "notice_choice" (
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "by_mail" BOOLEAN NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("person_id","kind")
);
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Told to somebody as a contact of this vendor: seen in its portal and nowhere else. Null: as a member.
ALTER TABLE "notification" ADD COLUMN "vendor_id" UUID;
ALTER TABLE "notification" ADD CONSTRAINT "notification_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Removing a vendor looks for its notices.
CREATE INDEX "notification_vendor_id_idx" ON "notification"("vendor_id");
UPDATE notification n SET vendor_id = c.vendor_id FROM vendor_contact c
WHERE n.href LIKE '/portal%' AND c.person_id = n.person_id AND c.organization_id = n.organization_id AND c.removed_at IS NULL
  AND (SELECT count(*) FROM vendor_contact o WHERE o.person_id = n.person_id AND o.organization_id = n.organization_id) = 1;
-- Kinds are those that people choose from.
UPDATE notification SET kind = CASE
  WHEN kind = 'serviceLevel' THEN 'month'
  WHEN kind LIKE 'rfp.%' OR kind LIKE 'clarification%' OR kind = 'invitation' THEN 'rfp'
  WHEN kind = 'member.changeRoles' THEN 'account'
  ELSE kind END;

SELECT guard_references();
