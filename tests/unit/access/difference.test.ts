import { expect, test } from "vitest";
import { changedFields } from "@/lib/server/audit/difference";

test("shows only what changed, field by field", () => {
  const before = JSON.stringify({ name: "A", roles: ["x", "y"], limit: 1, same: { a: 1 } });
  const after = JSON.stringify({ name: "B", roles: ["x"], same: { a: 1 }, added: null });
  expect(changedFields(before, after)).toEqual([
    { field: "name", before: "A", after: "B" },
    { field: "roles", before: "x, y", after: "x" },
    { field: "limit", before: "1", after: null },
    { field: "added", before: null, after: "–" },
  ]);
});

test("a new record has no before, and an altered text is shown as it stands", () => {
  expect(changedFields(null, '{"a":"b"}')).toEqual([{ field: "a", before: null, after: "b" }]);
  expect(changedFields("{broken", null)).toEqual([{ field: "value", before: "{broken", after: null }]);
});
