const separators = new Set([';', '；', '、', ',', '，', '|', '｜', '\n', '\r']);
const latinTail =
  /^\s*(?:CO\b|CO\.|LTD|LIMITED|INC|LLC|LLP|L\.?P|CORP|PLC|S\.?A|GMBH|AG\b|KG\b|B\.?V|N\.?V|S\.?P\.?A|S\.?R\.?L|PTE|PTY|K\.?K)/i;

/**
 * The holders named in one field, in order, trimmed, without empties or repeats.
 * Separators: ; ； 、 , ， | and line breaks, but never inside brackets, and a comma or 、 inside a Latin name
 * (`Foo CO., LTD`, `Smith, John`) does not split.
 */
export function splitHolders(raw: string): string[] {
  const holders: string[] = [];
  let depth = 0;
  let start = 0;
  const take = (end: number): void => {
    const holder = raw.slice(start, end).trim();
    if (holder !== '' && !holders.includes(holder)) holders.push(holder);
    start = end + 1;
  };
  for (let i = 0; i < raw.length; i++) {
    const character = raw[i]!;
    if ('(（[【〔'.includes(character)) depth++;
    else if (')）]】〕'.includes(character)) depth = Math.max(0, depth - 1);
    else if (separators.has(character) && (depth === 0 || neverCloses(raw, i)) && !insideLatin(raw, i, start)) take(i);
  }
  take(raw.length);
  return holders;
}

/** An unclosed bracket must not swallow the holders that follow. */
function neverCloses(raw: string, from: number): boolean {
  return !/[)）\]】〕]/.test(raw.slice(from));
}

function insideLatin(raw: string, at: number, start: number): boolean {
  const separator = raw[at]!;
  if (separator !== ',' && separator !== '，') return false;
  if (latinTail.test(raw.slice(at + 1, at + 12))) return true;
  const before = raw.slice(start, at);
  const after = raw.slice(at + 1, at + 24).split(/[;；、,，|\n]/)[0]!;
  const latinWord = /^\s*[\p{Script=Latin}.'’-]+\s*$/u;
  return latinWord.test(before) && latinWord.test(after);
}
