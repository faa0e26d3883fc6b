-- A vendor that signs on paper: who signed there and who recorded it.
ALTER TABLE contract ADD COLUMN vendor_signature_note text NOT NULL DEFAULT '';
