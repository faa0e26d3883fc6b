import { expect, test } from "@playwright/test";
import { assessProcess, justifyIt, openEngagement } from "./journey/assess";
import { askAndAnswer, bid } from "./journey/bids";
import { makeContract } from "./journey/contract";
import { award, moderateAndOpenPrices, openBids, score } from "./journey/evaluation";
import { passGate, passGateTogether } from "./journey/gates";
import { countInOperation, lookAround } from "./journey/overview";
import { gather } from "./journey/people";
import { planJourney } from "./journey/plan";
import { describeScope } from "./journey/scope";
import { closeMonth, defineKpi, importCases } from "./journey/service-levels";
import { publishRfp } from "./journey/tender";
import { moveTheWork } from "./journey/transition";

test("one piece of work goes all the way from the first assessment to a monitored service", async ({ browser }) => {
  test.setTimeout(8 * 60_000);
  const journey = planJourney(new Date());
  const { people, problems, leave } = await gather(browser);
  const { oskar, petra, edgar } = people;
  const inOperation = await countInOperation(edgar);
  const engagement = () => journey.ids.engagement;

  await test.step("1 a process is assessed", () => assessProcess(people, journey));
  await test.step("2 an engagement with its business case is approved", async () => {
    await openEngagement(people, journey);
    await justifyIt(people, journey);
    await passGateTogether(oskar, edgar, engagement(), "Scope");
  });
  await test.step("3 the scope is described", async () => {
    await describeScope(people, journey);
    await passGate(oskar, engagement(), "Source");
  });
  await test.step("4 vendors bid and one of them is chosen", async () => {
    await test.step("published", () => publishRfp(people, journey));
    await test.step("asked and answered", () => askAndAnswer(people, journey));
    await test.step("bids", () => bid(people, journey));
    await test.step("opened", () => openBids(people, journey));
    await test.step("scored", () => score(people, journey));
    await test.step("prices", () => moderateAndOpenPrices(people, journey));
    await test.step("awarded", () => award(people, journey));
    await passGateTogether(petra, edgar, engagement(), "Contract");
  });
  await test.step("5 the award becomes a contract", async () => {
    await makeContract(people, journey);
    await passGate(petra, engagement(), "Transition");
  });
  await test.step("6 the work moves", async () => {
    await moveTheWork(people, journey);
    await passGate(oskar, engagement(), "Operate");
  });
  await test.step("7 the service is monitored", async () => {
    await test.step("imported", () => importCases(people, journey));
    await test.step("defined", () => defineKpi(people, journey));
    await test.step("closed", () => closeMonth(people, journey));
  });
  await test.step("8 everybody sees it", () => lookAround(people, journey, inOperation));
  await leave();
  expect(problems).toEqual([]);
});
