/** How the person who reads wants numbers and dates: a BCP 47 locale and an IANA time zone. */
export type Reader = { locale: string; timeZone: string };

type NumericText = Intl.StringNumericLiteral;

/** Full precision: Intl takes the decimal text as it is, no binary number in between. */
function numeric(text: string): NumericText {
  return text as NumericText;
}

// Making a formatter costs a hundred times as much as using it, and a page shows hundreds of figures.
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
const MOST_FORMATTERS = 1000;

function remembered<Formatter extends Intl.NumberFormat | Intl.DateTimeFormat>(
  kind: new (locale: string, options: never) => Formatter,
  locale: string,
  options: Intl.NumberFormatOptions | Intl.DateTimeFormatOptions,
): Formatter {
  const key = `${kind.name} ${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known as Formatter;
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  const made = new kind(locale, options as never);
  formatters.set(key, made);
  return made;
}

const numbers = (locale: string, options: Intl.NumberFormatOptions) => remembered(Intl.NumberFormat, locale, options);
const dates = (locale: string, options: Intl.DateTimeFormatOptions) => remembered(Intl.DateTimeFormat, locale, options);

export type MoneyStyle = {
  /** `read`: no decimals; `paid`: the currency's own; `exact`: every digit given. */
  digits?: "read" | "paid" | "exact";
  /** `always` shows a plus before a gain. */
  sign?: "auto" | "always";
  compact?: boolean;
};

/** `formatMoney("1284300", "EUR", reader)` is `€1,284,300` for an English reader. */
export function formatMoney(
  amount: string,
  currency: string,
  reader: Pick<Reader, "locale">,
  style: MoneyStyle = {},
): string {
  const { digits = "read", sign = "auto", compact = false } = style;
  const fraction =
    digits === "read"
      ? { maximumFractionDigits: compact ? 1 : 0, minimumFractionDigits: 0 }
      : digits === "exact"
        ? { maximumFractionDigits: 12 }
        : {};
  return numbers(reader.locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    signDisplay: sign === "always" ? "exceptZero" : "auto",
    notation: compact ? "compact" : "standard",
    ...fraction,
  })
    .format(numeric(amount))
    .replace("-", "−");
}

/** `decimals` fixes the digits; without it as many as the text has. */
export function formatDecimal(
  value: string,
  reader: Pick<Reader, "locale">,
  decimals?: number,
  sign: "auto" | "always" = "auto",
): string {
  const own = value.split(".")[1]?.length ?? 0;
  const digits = decimals ?? own;
  return numbers(reader.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: sign === "always" ? "exceptZero" : "auto",
  })
    .format(numeric(value))
    .replace("-", "−");
}

/** A calendar day (`YYYY-MM-DD`) has no time zone: it is the same day for every reader. */
export function formatDate(day: string, reader: Pick<Reader, "locale">, style: "short" | "long" = "short"): string {
  return dates(reader.locale, {
    timeZone: "UTC",
    day: "numeric",
    month: style === "long" ? "long" : "short",
    year: "numeric",
    ...(style === "long" ? { weekday: "long" } : {}),
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** A month (`YYYY-MM`) such as `October 2026`, or `Oct 2026`. */
export function formatMonth(month: string, reader: Pick<Reader, "locale">, style: "short" | "long" = "long"): string {
  return dates(reader.locale, { timeZone: "UTC", month: style, year: "numeric" }).format(
    new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
  );
}

/** A moment in the reader's time zone: `4 Nov 2026, 09:12`. */
export function formatInstant(instant: string | Date, reader: Reader): string {
  return dates(reader.locale, {
    timeZone: reader.timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));
}
