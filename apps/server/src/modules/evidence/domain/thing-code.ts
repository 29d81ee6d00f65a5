/** Letters and digits nobody takes for one another. */
const CHARACTERS = '0123456789ABCDEFGHJKMNPQRTUVWXY';

function checkOf(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 3), 0);
  return CHARACTERS[sum % CHARACTERS.length] as string;
}

/** What a label says: `WP`, two digits of the year, running number, check character. */
export function thingCode(year: number, number: number): string {
  const digits = `${String(year % 100).padStart(2, '0')}${String(number).padStart(6, '0')}`;
  return `WP${digits}${checkOf(digits)}`;
}

/** The code as it is kept, of what was typed or scanned; undefined for a mistyped one. */
export function readThingCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  const digits = /^WP(\d{8,})([0-9A-Z])$/.exec(code);
  return digits !== null && checkOf(digits[1] as string) === digits[2] ? code : undefined;
}
