import { beforeAll, describe, expect, test } from "vitest";
import { activateContract } from "@/lib/agreements/mutations/activate";
import { recordPaperSignature, signForClient, signForVendor } from "@/lib/agreements/mutations/sign";
import { findActivationChecks } from "@/lib/agreements/queries/activation";
import { findUnsigned, listSignatures } from "@/lib/agreements/queries/texts";
import { decideContract } from "@/lib/contracts/mutations/approve";
import { createContract } from "@/lib/contracts/mutations/create";
import { recordNotice, terminateContract } from "@/lib/contracts/mutations/end";
import { returnContract, submitContract, updateContract } from "@/lib/contracts/mutations/terms";
import { findContract, findVendorContract, listVendorContracts } from "@/lib/contracts/queries";
import { db } from "@/lib/server/database";
import {
  addFixedFee,
  contractInput,
  doneValue,
  makeActive,
  makeDraft,
  makeKpiWithLevel,
  makePlace,
  makeSigned,
  type Place,
  textOf,
  versionOf,
} from "@/tests/support/contracts";
import { makeMember, makeVendorContact } from "@/tests/support/factories";

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});

describe("writing", () => {
  test("an engagement that has not come that far gets no contract", async () => {
    const early = await makePlace("scope");
    const made = await createContract(early.procurement, contractInput(early));
    expect(made).toMatchObject({ ok: false, reason: "state" });
  });

  test("an engagement or vendor of another organization is not there", async () => {
    const other = await makePlace();
    const foreignVendor = await createContract(place.procurement, {
      ...contractInput(place),
      vendorId: other.contact.vendorId,
    });
    expect(foreignVendor).toMatchObject({ ok: false, fields: { vendorId: [expect.any(String)] } });
    const foreignEngagement = await createContract(place.procurement, {
      ...contractInput(place),
      engagementId: other.engagementId,
    });
    expect(foreignEngagement).toMatchObject({ ok: false, fields: { engagementId: [expect.any(String)] } });
  });

  test("terms that do not fit each other are refused at their field", async () => {
    const input = contractInput(place, { endDate: "2026-01-01", renewal: "tacit" });
    const made = await createContract(place.procurement, input);
    expect(made).toMatchObject({
      ok: false,
      reason: "invalid",
      fields: { endDate: [expect.any(String)], renewalMonths: [expect.any(String)] },
    });
  });

  test("of two people on the same version the second sees who was first and what stands there now", async () => {
    const draft = await makeDraft(place);
    doneValue(await updateContract(place.procurement, draft.id, draft.version, { title: "First" }));
    const second = await updateContract(place.procurement, draft.id, draft.version, { title: "Second" });
    expect(second).toMatchObject({
      ok: false,
      reason: "stale",
      current: { by: place.procurement.name, values: { title: "First", version: String(draft.version + 1) } },
    });
    expect((await findContract(place.organization.id, draft.id))?.title).toBe("First");
  });

  test("another organization neither reads nor changes it", async () => {
    const draft = await makeDraft(place);
    const other = await makePlace();
    expect(await findContract(other.organization.id, draft.id)).toBeNull();
    const changed = await updateContract(other.procurement, draft.id, draft.version, { title: "Taken" });
    expect(changed).toMatchObject({ ok: false, reason: "notFound" });
    expect(await submitContract(other.procurement, draft.id, draft.version)).toMatchObject({ reason: "notFound" });
    expect(await terminateContract(other.executive, draft.id, draft.version, "x")).toMatchObject({
      reason: "notFound",
    });
  });
});

/** In review, with the hash of its text. */
async function submitted(values: Record<string, unknown> = {}) {
  const draft = await makeDraft(place, values);
  const { version } = doneValue(await submitContract(place.procurement, draft.id, draft.version));
  return { id: draft.id, version, sha256: await textOf(draft.id) };
}

describe("signing", () => {
  test("both signatures, in either order, make it signed; each names the hash of the text", async () => {
    const { id, sha256 } = await submitted();
    doneValue(await signForVendor(place.contact, id, { sha256, name: "Vera Vendor" }));
    expect((await findContract(place.organization.id, id))?.state).toBe("inReview");
    doneValue(await signForClient(place.executive, id, { sha256, name: "Edgar Executive" }));
    expect((await findContract(place.organization.id, id))?.state).toBe("signed");
    const signatures = await listSignatures(place.organization.id, id);
    expect(signatures).toMatchObject([
      { side: "client", signedName: "Edgar Executive", account: place.executive.name, sha256, voidedAt: null },
      { side: "vendor", signedName: "Vera Vendor", account: place.contact.name, sha256, voidedAt: null },
    ]);
  });

  test("back in draft, signatures are void", async () => {
    const { id, version, sha256 } = await submitted();
    doneValue(await signForVendor(place.contact, id, { sha256, name: "Vera" }));
    doneValue(await returnContract(place.procurement, id, version, "The price is wrong"));
    expect((await findContract(place.organization.id, id))?.state).toBe("draft");
    expect(await listSignatures(place.organization.id, id)).toMatchObject([
      { voidedAt: expect.any(String), voidReason: expect.stringContaining("draft") },
    ]);
  });

  test("a signature is put once, and not on a text that was changed meanwhile", async () => {
    const { id, version, sha256 } = await submitted();
    doneValue(await updateContract(place.procurement, id, version, { yearlyValue: "130000" }));
    const old = await signForVendor(place.contact, id, { sha256, name: "Vera" });
    expect(old).toMatchObject({ ok: false, message: expect.stringContaining("not the text as it stands now") });
    const now = { sha256: await textOf(id), name: "Vera" };
    doneValue(await signForVendor(place.contact, id, now));
    expect(await signForVendor(place.contact, id, now)).toMatchObject({ ok: false, reason: "state" });
  });

  test("what was signed on paper names who signed and who recorded it, and is not of tomorrow", async () => {
    const { id, sha256 } = await submitted();
    const paper = { signedOn: "2199-01-01", name: "Ada Paper", sha256 };
    expect(await recordPaperSignature(place.procurement, id, paper)).toMatchObject({
      fields: { signedOn: [expect.any(String)] },
    });
    doneValue(await recordPaperSignature(place.procurement, id, { ...paper, signedOn: "2026-01-02" }));
    expect(await listSignatures(place.organization.id, id)).toMatchObject([
      { signedName: "Ada Paper", account: place.procurement.name, paperOn: "2026-01-02", side: "vendor" },
    ]);
  });

  test("a competing vendor neither reads nor signs it, and nobody outside sees a draft", async () => {
    const draft = await makeDraft(place);
    expect(await findVendorContract(place.contact, draft.id)).toBeNull();
    const nothing = { sha256: "0".repeat(64), name: "Vera" };
    expect(await signForVendor(place.contact, draft.id, nothing)).toMatchObject({ reason: "notFound" });
    doneValue(await submitContract(place.procurement, draft.id, draft.version));
    const competitor = await makeVendorContact(place.organization);
    expect(await findVendorContract(competitor, draft.id)).toBeNull();
    const signing = { sha256: await textOf(draft.id), name: "Competitor" };
    expect(await signForVendor(competitor, draft.id, signing)).toMatchObject({ ok: false, reason: "notFound" });
    expect(await listVendorContracts(competitor)).toEqual([]);
    const own = await listVendorContracts(place.contact);
    expect(own.map(({ id }) => id)).toContain(draft.id);
    expect(await findUnsigned(place.organization.id, [draft.id])).toEqual(new Set([draft.id]));
  });
});

describe("above the limit", () => {
  test("an executive who did not prepare it approves; the preparer neither approves nor signs", async () => {
    const both = await makeMember(place.organization, ["procurement", "executive"]);
    const made = doneValue(await createContract(both, contractInput(place, { yearlyValue: "400000" })));
    const { version } = doneValue(await submitContract(both, made.id, made.version));
    const approve = { decision: "approve" as const, reason: "" };
    expect(await decideContract(both, made.id, version, approve)).toMatchObject({ ok: false, reason: "forbidden" });
    const signing = { sha256: await textOf(made.id), name: "Both" };
    expect(await signForClient(both, made.id, signing)).toMatchObject({ ok: false, reason: "forbidden" });
    doneValue(await decideContract(place.executive, made.id, version, approve));
    expect(await findContract(place.organization.id, made.id)).toMatchObject({ approverName: place.executive.name });
  });

  test("terms that change after the approval are approved anew", async () => {
    const draft = await makeDraft(place, { yearlyValue: "400000" });
    let { version } = doneValue(await submitContract(place.procurement, draft.id, draft.version));
    version = doneValue(
      await decideContract(place.executive, draft.id, version, { decision: "approve", reason: "" }),
    ).version;
    doneValue(await updateContract(place.procurement, draft.id, version, { yearlyValue: "900000" }));
    expect((await findContract(place.organization.id, draft.id))?.approvedAt).toBeNull();
    const waiting = await db.approval.count({ where: { subjectId: draft.id, state: "pending" } });
    expect(waiting).toBe(1);
  });

  test("rejected, it is a draft again, with the reason", async () => {
    const draft = await makeDraft(place, { yearlyValue: null });
    const { version } = doneValue(await submitContract(place.procurement, draft.id, draft.version));
    const silent = await decideContract(place.executive, draft.id, version, { decision: "reject", reason: "" });
    expect(silent.ok).toBe(false);
    doneValue(await decideContract(place.executive, draft.id, version, { decision: "reject", reason: "No value" }));
    expect((await findContract(place.organization.id, draft.id))?.state).toBe("draft");
  });

  test("signed by both it waits for the approval, and is signed with it", async () => {
    const signed = await makeSigned(place, { yearlyValue: "400000" }, async (id) => {
      await addFixedFee(id, place.organization.id);
      await makeKpiWithLevel(id, place.organization.id);
    });
    expect((await findContract(place.organization.id, signed.id))?.state).toBe("inReview");
    await expect(db.contract.update({ where: { id: signed.id }, data: { state: "signed" } })).rejects.toThrow(
      /has not decided/,
    );
    const refused = await activateContract(place.procurement, signed.id, signed.version);
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining("Approved by an executive") });
    doneValue(await decideContract(place.executive, signed.id, signed.version, { decision: "approve", reason: "" }));
    expect((await findContract(place.organization.id, signed.id))?.state).toBe("signed");
    doneValue(await activateContract(place.procurement, signed.id, await versionOf(signed.id)));
  });
});

describe("activation and end", () => {
  test("what is missing is named, and nothing happens", async () => {
    const signed = await makeSigned(place, { clientNoticeMonths: null, exitPlan: "" });
    const refused = await activateContract(place.procurement, signed.id, signed.version);
    expect(refused).toMatchObject({ ok: false, reason: "state" });
    const message = refused.ok ? "" : refused.message;
    for (const part of ["charge line", "service level", "notice period", "exit plan"]) expect(message).toContain(part);
    const checks = await findActivationChecks(place.organization.id, signed.id);
    expect(checks?.filter((check) => !check.isMet).map((check) => check.key)).toEqual([
      "charges",
      "serviceLevels",
      "notice",
      "exitPlan",
    ]);
  });

  test("active, it can be given notice once and terminated once", async () => {
    const active = await makeActive(place, { endDate: "2099-01-14", yearlyValue: "1000" });
    expect((await findContract(place.organization.id, active.id))?.state).toBe("active");
    const notice = { givenOn: "2026-02-01", givenBy: "client" as const };
    const { version } = doneValue(await recordNotice(place.executive, active.id, active.version, notice));
    expect(await recordNotice(place.executive, active.id, version, notice)).toMatchObject({ ok: false });
    doneValue(await terminateContract(place.executive, active.id, version, "Breach"));
    expect(await terminateContract(place.executive, active.id, version + 1, "Again")).toMatchObject({
      ok: false,
      reason: "state",
    });
  });

  test("every change is in the audit log of its own organization", async () => {
    const active = await makeActive(place);
    const events = await db.auditEvent.findMany({
      where: { organizationId: place.organization.id, subjectId: active.id },
      orderBy: { sequence: "asc" },
      select: { action: true },
    });
    expect(events.map(({ action }) => action)).toEqual([
      "contract.create",
      "contract.submit",
      "contract.text",
      "contract.sign",
      "contract.sign",
      "contract.signed",
      "contract.activate",
    ]);
  });
});
