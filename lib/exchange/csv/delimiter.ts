import { type CsvDelimiter, csvDelimiters } from "./types";

/** How often each delimiter stands outside of quotes in a line. */
function countOutsideQuotes(line: string, delimiter: CsvDelimiter): number {
  let count = 0;
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count += 1;
  }
  return count;
}

/**
 * The delimiter by the first lines: the one that stands equally often in the most of them, the more often the better.
 * A file with a single column has none; the comma is as good as any.
 */
export function detectDelimiter(sample: string): CsvDelimiter {
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line !== "");
  const firsts = lines.slice(0, 11).map((line) => line.slice(0, 20_000));
  let best: { delimiter: CsvDelimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of csvDelimiters) {
    const inHeader = countOutsideQuotes(firsts[0] ?? "", delimiter);
    if (inHeader === 0) continue;
    const alike = firsts.filter((line) => countOutsideQuotes(line, delimiter) === inHeader).length;
    const score = (alike / firsts.length) * 1000 + Math.min(inHeader, 900);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
