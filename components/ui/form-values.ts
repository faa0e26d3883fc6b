/** What a person can type or choose: neither hidden fields nor secrets nor files. */
function isTyped(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return element.name !== "";
  if (!(element instanceof HTMLInputElement)) return false;
  return element.name !== "" && !["hidden", "password", "file", "submit", "button", "reset"].includes(element.type);
}

export type FormValues = Record<string, string[]>;

/** Values by name; a name with several chosen boxes has several, one without any has none. */
export function readValues(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const element of form.elements) {
    if (!isTyped(element)) continue;
    const list = values[element.name] ?? [];
    values[element.name] = list;
    if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio")) {
      if (element.checked) list.push(element.value);
    } else if (element instanceof HTMLSelectElement && element.multiple) {
      for (const option of element.selectedOptions) list.push(option.value);
    } else {
      list.push(element.value);
    }
  }
  return values;
}

/** Only what differs from `before`. */
export function changedValues(before: FormValues, now: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(now).filter(([name, list]) => JSON.stringify(list) !== JSON.stringify(before[name] ?? [])),
  );
}

/** Sets a value in the way typing does, so that React's controlled inputs hear of it too. */
function typeInto(element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  const prototype = Object.getPrototypeOf(element) as object;
  const setter = Object.getOwnPropertyDescriptor(prototype, "value")?.set;
  setter?.call(element, value);
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

export function writeValues(form: HTMLFormElement, values: FormValues): void {
  const position: Record<string, number> = {};
  for (const element of form.elements) {
    if (!isTyped(element)) continue;
    const list = values[element.name];
    if (!list) continue;
    if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio")) {
      const wanted = list.includes(element.value);
      if (element.checked !== wanted && (wanted || element.type === "checkbox")) element.click();
      continue;
    }
    if (element instanceof HTMLSelectElement && element.multiple) {
      for (const option of element.options) option.selected = list.includes(option.value);
      continue;
    }
    const index = position[element.name] ?? 0;
    position[element.name] = index + 1;
    const value = list[index];
    if (value !== undefined && value !== element.value) typeInto(element, value);
  }
}

/** The record's version that the form was filled in against, in its hidden field. */
export function readVersion(form: HTMLFormElement): string | null {
  const field = form.elements.namedItem("version");
  return field instanceof HTMLInputElement ? field.value : null;
}

export function writeVersion(form: HTMLFormElement, version: string): void {
  const field = form.elements.namedItem("version");
  if (field instanceof HTMLInputElement) field.value = version;
}

/** The words on a field's label, for messages that speak of it. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const field = form.querySelector(`[data-field="${CSS.escape(name)}"] [id$="-label"]`);
  return field?.firstChild?.textContent ?? name;
}

/** False where the form has no such field to go to. */
export function focusField(form: HTMLFormElement, name: string): boolean {
  const found = form.elements.namedItem(name);
  const element = found instanceof RadioNodeList ? found[0] : found;
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  return document.activeElement === element;
}
