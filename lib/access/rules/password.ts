export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

// Long enough and still among the first that anybody would try.
const COMMON = new Set([
  "password",
  "passwordpassword",
  "iloveyouiloveyou",
  "qwertyuiop",
  "qwertyuiopasdfghjkl",
  "qwertyqwerty",
  "asdfghjklasdfghjkl",
  "administrator",
  "letmeinletmein",
  "welcomewelcome",
  "correcthorsebatterystaple",
  "changemechangeme",
  "trustnotrustno",
  "footballfootball",
  "monkeymonkey",
  "dragondragon",
  "sunshinesunshine",
  "princessprincess",
  "adminadminadmin",
  "stewardsteward",
]);

const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
];

type Owner = { email: string; name?: string };

/**
 * What is wrong with a new password, in words, or null. Length counts; beyond it only what an attacker tries first
 * is refused: common ones, runs, few different characters, the person's own name or address.
 */
export function passwordProblem(password: string, owner: Owner): string | null {
  if ([...password].length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters.`;
  if (password.length > LONGEST_PASSWORD) return `At most ${LONGEST_PASSWORD} characters.`;
  const plain = password.toLowerCase().replaceAll(/\s/g, "");
  if (new Set(plain).size < 5) return "Use more different characters.";
  const core = plain.replaceAll(/[\d!.?_#*-]+$/g, "");
  if (COMMON.has(plain) || COMMON.has(core)) return "This password is one of the first that anybody would try.";
  if (RUNS.some((run) => run.includes(core.length > 4 ? core : plain))) return "Do not use a row of keys or letters.";
  if (isAboutOwner(plain, owner)) return "Do not use your name or your e-mail address.";
  return null;
}

function isAboutOwner(plain: string, { email, name = "" }: Owner): boolean {
  const account = email.toLowerCase().split("@")[0] ?? "";
  const parts = [email.toLowerCase(), account, name.toLowerCase().replaceAll(/\s/g, "")].filter(
    (part) => part.length > 3,
  );
  return parts.some((part) => plain.replace(part, "").length < SHORTEST_PASSWORD / 2 && plain.includes(part));
}
