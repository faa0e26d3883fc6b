const KEY = "shortcuts:letters";

/** Single letters can be in the way of speech input, so a person can turn them off (WCAG 2.1.4). */
export function areLettersOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function setLetters(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? "on" : "off");
  } catch {
    // Closed storage: the setting holds as long as it did before.
  }
}
