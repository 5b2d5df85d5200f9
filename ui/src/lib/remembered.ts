/**
 * Small things that this computer remembers for a person: which hint was given, how far the tour has come.
 * Nothing of the groups is kept here, and "Remove everything" takes it as well.
 */
const PREFIX = "tenure.";

const keyOf = (account: string, name: string): string => `${PREFIX}${account}.${name}`;

/** Where nothing can be kept, as in a window without storage, everything is for the first time. */
export function remembered(account: string, name: string): string | null {
  try {
    return localStorage.getItem(keyOf(account, name));
  } catch {
    return null;
  }
}

export function remember(account: string, name: string, value: string): void {
  try {
    localStorage.setItem(keyOf(account, name), value);
  } catch {
    // Then it is said once more the next time.
  }
}

/** Whether something is for the first time; from then on it is not. */
export function isFirst(account: string, name: string): boolean {
  if (remembered(account, name) !== null) return false;
  remember(account, name, "said");
  return true;
}

export function forgetRemembered(): void {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // Nothing could be kept either.
  }
}
