import { PackDataError, readFields, readList, readText } from '../shape.ts';

export type DatedText = {
  from: string /** Last day; undefined while it applies. */;
  to: string | undefined;
  text: string;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Texts with their periods, oldest first; periods may not overlap. `key` names the field that holds the text. */
export function readDatedTexts(value: unknown, path: string, key: string): DatedText[] {
  const texts = readList(value, path, (one, at): DatedText => {
    const fields = readFields(one, at);
    return {
      from: readText(fields.from, `${at}.from`, DAY),
      to: fields.to === null ? undefined : readText(fields.to, `${at}.to`, DAY),
      text: readText(fields[key], `${at}.${key}`),
    };
  });
  texts.forEach((text, i) => {
    const before = texts[i - 1];
    if (before !== undefined && (before.to === undefined || before.to >= text.from))
      throw new PackDataError(`${path}[${i}].from: 期间与前一条重叠`);
  });
  return texts;
}

/** The text that applies on a day; undefined outside all periods. */
export function textOn(texts: readonly DatedText[], on: string): string | undefined {
  return texts.find((text) => text.from <= on && (text.to === undefined || on <= text.to))?.text;
}
