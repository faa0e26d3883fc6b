/** Every time zone by its IANA name, for a select. */
export function timeZoneOptions(): { value: string; label: string }[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
}

export function localeOptions(locales: readonly string[]): { value: string; label: string }[] {
  return locales.map((locale) => {
    const name = new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;
    return { value: locale, label: `${name}: ${new Intl.NumberFormat(locale).format(1234567.8)}` };
  });
}

export function currencyOptions(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}
