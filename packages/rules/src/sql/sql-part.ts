/** A piece of SQL in template form: `strings` has one more than `values`; a value is always bound, never text. */
export interface SqlPart {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/** Puts pieces into constant text; the only way text and pieces come together. */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlPart[]): SqlPart {
  const outStrings: string[] = [strings[0] ?? ''];
  const outValues: unknown[] = [];
  parts.forEach((part, index) => {
    outStrings[outStrings.length - 1] += part.strings[0] ?? '';
    outStrings.push(...part.strings.slice(1));
    outValues.push(...part.values);
    outStrings[outStrings.length - 1] += strings[index + 1] ?? '';
  });
  return { strings: outStrings, values: outValues };
}

export function joinParts(parts: readonly SqlPart[], separator: string): SqlPart {
  return parts.reduce((all, part, index) => (index === 0 ? part : sql`${all}${keyword(separator)}${part}`), sql``);
}

/** Text of this package's own, never of a rule. */
export function keyword(text: string): SqlPart {
  return { strings: [text], values: [] };
}

type Cast = 'boolean' | 'float8' | 'text' | 'date' | 'int' | 'text[]' | 'float8[]';

/** A literal of a rule. */
export function bind(value: unknown, cast: Cast): SqlPart {
  return { strings: ['', `::${cast}`], values: [value] };
}

/** A name of the catalogue, quoted. */
export function identifier(name: string): SqlPart {
  return keyword(`"${name.replaceAll('"', '""')}"`);
}
