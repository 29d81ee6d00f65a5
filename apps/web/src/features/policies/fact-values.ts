/** What somebody typed for a fact: yes/no, a number, a list as JSON, else a text. Empty: unknown. */
export function parseFactValue(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^(true|false|-?\d+(\.\d+)?|[[{].*[\]}])$/s.test(trimmed)) {
    try {
      return JSON.parse(trimmed) as unknown;
    } catch {
      return trimmed;
    }
  }
  return trimmed;
}

/** A fact's value as it is typed. */
export function factValueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
