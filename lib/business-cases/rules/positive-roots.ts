import { type Decimal, d, ONE, ZERO } from "@/lib/shared/decimal";

/** One term of a polynomial: coefficient × x^exponent. Exponents are whole numbers, zero or more. */
export type Term = { exponent: number; coefficient: Decimal };

/** Newton stops when it moves by less than this share of x; a root touched without crossing is accepted at the next. */
const STEP_LIMIT = d("1e-36");
const TOUCH_LIMIT = d("1e-26");
const MAX_ROUNDS = 400;

/** Terms merged by exponent, without zeros, lowest exponent first. */
type Polynomial = Term[];

/**
 * All distinct real roots x > 0, ascending. The method is the proof of Descartes' rule of signs: x^−a · f(x) has the
 * same positive roots as f, and with `a` between the exponents of a change of sign its derivative has one change
 * less. So the roots of that derivative, found by the same function, split (0, ∞) into stretches on which x^−a · f is
 * monotone, and each stretch holds one root if the signs at its ends differ. Costs grow with the changes of sign,
 * not with the degree. A root that is touched and not crossed (a double root) lies on such a split point.
 */
export function findPositiveRoots(terms: Term[]): Decimal[] {
  const sorted = mergeTerms(terms);
  const change = sorted.findIndex((term, index) => {
    const next = sorted[index + 1];
    return next !== undefined && term.coefficient.isNegative() !== next.coefficient.isNegative();
  });
  const before = sorted[change];
  const after = sorted[change + 1];
  if (!before || !after) return [];
  const pivot = (before.exponent + after.exponent) / 2;
  const slope = sorted.map((term) => ({ ...term, coefficient: term.coefficient.times(term.exponent - pivot) }));
  const splits = findPositiveRoots(slope).map((at) => ({ at, sign: signAt(sorted, at) }));

  const roots = splits.filter((split) => split.sign === 0).map((split) => split.at);
  let left: { at: Decimal | null; sign: number } = { at: null, sign: signOf(sorted[0]) };
  for (const right of [...splits, { at: null, sign: signOf(sorted.at(-1)) }]) {
    if (left.sign * right.sign < 0) roots.push(refine(sorted, slope, bracket(sorted, left, right), left.sign));
    left = right;
  }
  return roots.sort((a, b) => a.comparedTo(b));
}

function signOf(term: Term | undefined): number {
  if (!term) return 0;
  return term.coefficient.isNegative() ? -1 : 1;
}

function mergeTerms(terms: Term[]): Polynomial {
  const byExponent = new Map<number, Decimal>();
  for (const { exponent, coefficient } of terms) {
    byExponent.set(exponent, (byExponent.get(exponent) ?? ZERO).plus(coefficient));
  }
  return [...byExponent]
    .map(([exponent, coefficient]) => ({ exponent, coefficient }))
    .filter((term) => !term.coefficient.isZero())
    .sort((a, b) => a.exponent - b.exponent);
}

/** f(x) ÷ x^lowest, by Horner over the gaps between exponents. */
function evaluate(polynomial: Polynomial, x: Decimal): Decimal {
  const powers = new Map<number, Decimal>([[1, x]]);
  let value: Decimal = ZERO;
  let above: number | null = null;
  for (let index = polynomial.length - 1; index >= 0; index -= 1) {
    const term = polynomial[index];
    if (!term) continue;
    if (above !== null) {
      const gap: number = above - term.exponent;
      const power = powers.get(gap) ?? x.pow(gap);
      powers.set(gap, power);
      value = value.times(power);
    }
    value = value.plus(term.coefficient);
    above = term.exponent;
  }
  return value;
}

/** The sign at a split point; 0 where the value vanishes beside the size of the terms that make it up. */
function signAt(polynomial: Polynomial, x: Decimal): number {
  const size = evaluate(
    polynomial.map((term) => ({ ...term, coefficient: term.coefficient.abs() })),
    x,
  );
  const value = evaluate(polynomial, x);
  if (value.abs().lte(size.times(TOUCH_LIMIT))) return 0;
  return value.isNegative() ? -1 : 1;
}

type Split = { at: Decimal | null; sign: number };

/** Finite ends for a stretch: from an open end it walks outwards with growing strides until the sign has turned. */
function bracket(polynomial: Polynomial, left: Split, right: Split): [Decimal, Decimal] {
  const start = left.at ?? right.at ?? ONE;
  let low = left.at ?? start;
  let high = right.at ?? start;
  let stride = d(2);
  while (left.at === null && rawSign(polynomial, low) !== left.sign) {
    low = low.dividedBy(stride);
    stride = stride.times(stride);
  }
  stride = d(2);
  while (right.at === null && rawSign(polynomial, high) !== right.sign) {
    high = high.times(stride);
    stride = stride.times(stride);
  }
  return [low, high];
}

function rawSign(polynomial: Polynomial, x: Decimal): number {
  const value = evaluate(polynomial, x);
  return value.isZero() ? 0 : value.isNegative() ? -1 : 1;
}

/** Newton on x^−a · f, kept inside a bracket that shrinks; where it does not halve its step, the middle is taken. */
function refine(polynomial: Polynomial, slope: Polynomial, ends: [Decimal, Decimal], lowSign: number): Decimal {
  let [low, high] = ends;
  let x = middle(low, high);
  let lastStep = high.minus(low);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const value = evaluate(polynomial, x);
    if (value.isZero()) return x;
    if ((value.isNegative() ? -1 : 1) === lowSign) low = x;
    else high = x;
    // Both polynomials have the same exponents (a pivot is never one of them), so the left-out power cancels.
    const rate = evaluate(slope, x);
    const newton = rate.isZero() ? null : x.minus(x.times(value).dividedBy(rate));
    const isUsable = newton?.gt(low) && newton.lt(high) && newton.minus(x).abs().times(2).lt(lastStep);
    const next = newton && isUsable ? newton : middle(low, high);
    lastStep = next.minus(x).abs();
    if (lastStep.lte(x.times(STEP_LIMIT))) return next;
    x = next;
  }
  return x;
}

/** The geometric mean while the ends are orders of magnitude apart, the arithmetic one after that. */
function middle(low: Decimal, high: Decimal): Decimal {
  return high.gt(low.times(4)) ? low.times(high).sqrt() : low.plus(high).dividedBy(2);
}
