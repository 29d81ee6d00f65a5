const classes = [
  ['upper', /\p{Lu}/u],
  ['lower', /\p{Ll}/u],
  ['digit', /\p{Nd}/u],
  ['symbol', /[^\p{L}\p{Nd}]/u],
] as const;
export type CharacterClass = (typeof classes)[number][0];

/** Which of the four kinds of character a password has; how many it needs is the server's rule. */
export function classesOf(password: string): Record<CharacterClass, boolean> {
  return Object.fromEntries(classes.map(([name, pattern]) => [name, pattern.test(password)])) as Record<
    CharacterClass,
    boolean
  >;
}

/** Characters as a person counts them. */
export const lengthOf = (password: string) => [...password].length;

/** Whether the user name stands in the password, which the server refuses. */
export function holdsUsername(password: string, username: string): boolean {
  return username !== '' && password.toLowerCase().includes(username.toLowerCase());
}
