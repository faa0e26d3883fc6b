import { d, isDecimalText, ZERO } from "@/lib/shared/decimal";

export type AskedQuestion = {
  id: string;
  text: string;
  kind: "text" | "yesNo" | "number" | "choice";
  choices: string[];
  isMandatory: boolean;
};
export type AskedPrice = { id: string; name: string };
export type DraftAnswers = { answers: Map<string, string>; prices: Map<string, string> };

export type Completeness = {
  /** Share of questions and prices that are filled in, 0 to 100, rounded down: 100 means all. */
  percent: number;
  /** What keeps the bid from being submitted, by id of the question or of the priced item. */
  problems: { id: string; message: string }[];
};

function checkAnswer(question: AskedQuestion, answer: string): string | null {
  if (answer === "") return question.isMandatory ? "This has to be answered." : null;
  if (question.kind === "yesNo" && answer !== "yes" && answer !== "no") return "Answer yes or no.";
  if (question.kind === "number" && !isDecimalText(answer)) return "Write a number, such as 12.5.";
  if (question.kind === "choice" && !question.choices.includes(answer)) return "Choose one of the answers given.";
  return null;
}

function checkPrice(price: string): string | null {
  if (price === "") return "A price is missing. Write 0 where nothing is charged.";
  if (!isDecimalText(price)) return "Write a price with a point, such as 12.50.";
  return d(price).isNegative() ? "A price is zero or more." : null;
}

/** How far a draft has come, and what is still wrong with it. Optional questions may stay empty. */
export function checkCompleteness(
  asked: { questions: AskedQuestion[]; prices: AskedPrice[] },
  draft: DraftAnswers,
): Completeness {
  const problems: Completeness["problems"] = [];
  let filled = 0;
  for (const question of asked.questions) {
    const answer = (draft.answers.get(question.id) ?? "").trim();
    if (answer !== "") filled += 1;
    const message = checkAnswer(question, answer);
    if (message) problems.push({ id: question.id, message });
  }
  let total = ZERO;
  for (const item of asked.prices) {
    const price = (draft.prices.get(item.id) ?? "").trim();
    if (price !== "") filled += 1;
    const message = checkPrice(price);
    if (message) problems.push({ id: item.id, message });
    else total = total.plus(price);
  }
  const first = asked.prices[0];
  if (first && problems.length === 0 && total.isZero()) {
    problems.push({ id: first.id, message: "At least one price must be more than zero." });
  }
  const all = asked.questions.length + asked.prices.length;
  return { percent: all === 0 ? 100 : Math.floor((filled * 100) / all), problems };
}
