import type { CheckedRow, ImportField, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, type RowReader } from '../../../platform/imports/row-reader.ts';
import type { WatchKind } from '../domain/watch-types.ts';
import { describeItems, projectItems } from '../repositories/item-repository.ts';

export function field(
  name: string,
  [zh, en]: readonly [string, string],
  type: ImportField['type'],
  aliases: readonly string[],
  required = false,
): ImportField {
  return { name, label: { zh, en }, type, aliases, ...(required ? { required } : {}) };
}

/** What the watch reads of a row, whatever its kind. */
export interface ItemValues {
  readonly text: string;
  readonly brand?: string;
  readonly platform?: string;
  readonly subject?: string;
  readonly uscc?: string;
  readonly address?: string;
  readonly priceFen?: number;
  readonly url?: string;
  readonly picture?: string;
  readonly page?: string;
  readonly operator?: string;
  readonly goods?: string;
  readonly classes?: readonly number[];
  /** Similar groups of the goods, where the list names them. */
  readonly groups?: readonly string[];
  readonly capturedOn?: string;
}

const MOST_TEXT = 1000;

/** A cell as a title is kept: one line, of a length that a title has. */
export function line(reader: RowReader, name: string): string | undefined {
  const text = reader.text(name)?.replace(/\s+/g, ' ').trim();
  if (text === undefined || text === '') return undefined;
  if (text.length <= MOST_TEXT) return text;
  reader.add({
    code: `${name}.cut`,
    severity: 'warning',
    field: name,
    zh: `内容超过 ${MOST_TEXT} 字，只取前面部分`,
    en: `Longer than ${MOST_TEXT} signs; the rest was left out`,
  });
  return text.slice(0, MOST_TEXT);
}

/** Only addresses of the web are links; anything else is kept as text nobody clicks. */
export function webAddress(reader: RowReader, name: string): string | undefined {
  const text = reader.text(name)?.trim();
  if (text === undefined) return undefined;
  if (/^https?:\/\/[^\s<>"]{3,2000}$/i.test(text)) return text;
  if (/^[\w-]+(\.[\w-]+)+\/[^\s<>"]{0,1900}$/.test(text)) return `https://${text}`;
  reader.add({
    code: 'url.unreadable',
    severity: 'warning',
    field: name,
    zh: `“${text.slice(0, 60)}”不是网址，未采用`,
    en: `"${text.slice(0, 60)}" is no address and was left out`,
  });
  return undefined;
}

export function refused(reader: RowReader, name: string, zh: string, en: string): CheckedRow {
  reader.add({ code: `${name}.missing`, severity: 'refused', field: name, zh, en });
  return { recordKey: undefined, values: {}, issues: reader.issues };
}

/** Short name of a long key: two hashes of 32 bits, which is enough to tell rows of one list apart. */
export function hashKey(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b) + (low >>> 15);
  }
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 0).toString(16).padStart(8, '0');
}

export const accepted = (reader: RowReader, recordKey: string, values: ItemValues): CheckedRow => ({
  recordKey,
  values: definedValues({ ...values }),
  issues: reader.issues,
});

type KindParts = Pick<
  ImportKind,
  'kind' | 'label' | 'description' | 'fields' | 'senders' | 'evidence' | 'check' | 'afterRead' | 'encloses'
>;

/** A kind of list the watch looks through; its rows are items of the watch. */
export function watchKindOf(kind: WatchKind, recordLabel: { zh: string; en: string }, parts: KindParts): ImportKind {
  return {
    ...parts,
    recordType: {
      type: `watch-${kind}`,
      label: recordLabel,
      project: (tx, ctx) => projectItems(tx, ctx, kind),
      describe: (ctx, keys) => describeItems(ctx, kind, keys),
    },
    duplicates: 'merge',
  };
}
