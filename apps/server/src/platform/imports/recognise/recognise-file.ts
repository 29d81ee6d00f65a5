import { createHash } from 'node:crypto';
import type { ImportField, ImportKind, Sender } from '../import-kind.ts';
import { normaliseHeader } from '../readers/header/normalise-header.ts';

/** One column of the guess, as the contract's columnMapping. */
export interface ColumnGuess {
  readonly index: number;
  readonly header: string;
  readonly field: string | null;
  readonly basis: 'remembered' | 'alias' | 'similar' | 'content' | 'person' | 'none';
  readonly confidence: number;
  readonly samples: readonly string[];
}

export interface SheetHead {
  readonly sheet: string;
  readonly headerLine: number;
  readonly titleLines: readonly string[];
  readonly headers: readonly string[];
  readonly units: readonly (string | undefined)[];
  /** First data rows. */
  readonly sample: readonly (readonly string[])[];
}

export interface SheetGuess {
  readonly sheet: string;
  readonly headerLine: number;
  readonly titleLines: readonly string[];
  readonly units: readonly (string | null)[];
  readonly included: boolean;
  readonly note: string | null;
  readonly columns: readonly ColumnGuess[];
}

export interface KindGuess {
  readonly kind: string;
  /** 0–1. */
  readonly score: number;
  readonly reason: string;
}

/** The same headers in the same order have the same fingerprint: what a person confirmed once is taken again. */
export function headerFingerprint(heads: readonly SheetHead[]): string {
  const keys = heads.map((head) => head.headers.map((header) => normaliseHeader(header).key).join('\u0001')).sort();
  return createHash('sha256')
    .update([...new Set(keys)].join('\u0002'))
    .digest('hex');
}

type Alias = { field: ImportField; key: string };

const aliasCache = new WeakMap<ImportKind, Map<string, Alias>>();

function aliasesOf(kind: ImportKind): Map<string, Alias> {
  const cached = aliasCache.get(kind);
  if (cached !== undefined) return cached;
  const map = new Map<string, Alias>();
  for (const field of kind.fields) {
    for (const alias of [field.label.zh, ...field.aliases]) {
      const { key } = normaliseHeader(alias);
      if (!map.has(key)) map.set(key, { field, key });
    }
  }
  aliasCache.set(kind, map);
  return map;
}

/** Every header any kind knows, normalised: helps the readers find the header row below title rows. */
export function knownHeaderKeys(kinds: Iterable<ImportKind>): Set<string> {
  const keys = new Set<string>();
  for (const kind of kinds) for (const key of aliasesOf(kind).keys()) keys.add(key);
  return keys;
}

function samplesOf(head: SheetHead, index: number): string[] {
  const seen = new Set<string>();
  for (const row of head.sample) {
    const cell = row[index]?.trim();
    if (cell) seen.add(cell.slice(0, 60));
    if (seen.size >= 3) break;
  }
  return [...seen];
}

/** Share of the filled sample cells of a column that look like the field. */
function contentFit(field: ImportField, head: SheetHead, index: number): number {
  if (field.looksLike === undefined) return 0;
  const cells = head.sample.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
  if (cells.length === 0) return 0;
  return cells.filter((cell) => field.looksLike?.(cell)).length / cells.length;
}

function similarAlias(aliases: Map<string, Alias>, key: string): Alias | undefined {
  if (key.length < 3) return undefined;
  let best: Alias | undefined;
  for (const alias of aliases.values()) {
    if (alias.key.length < 3) continue;
    const contained = key.includes(alias.key) || alias.key.includes(key);
    if (contained && (best === undefined || alias.key.length > best.key.length)) best = alias;
  }
  return best;
}

function bareColumns(head: SheetHead): ColumnGuess[] {
  return head.headers.map((header, index) => ({
    index,
    header,
    field: null,
    basis: 'none',
    confidence: 0,
    samples: samplesOf(head, index),
  }));
}

/** Which field each column of a sheet feeds, each field at most once. */
export function mapColumns(kind: ImportKind, head: SheetHead): ColumnGuess[] {
  const aliases = aliasesOf(kind);
  const taken = new Set<string>();
  const guesses = bareColumns(head);
  const assign = (index: number, field: string, basis: ColumnGuess['basis'], confidence: number) => {
    taken.add(field);
    guesses[index] = { ...(guesses[index] as ColumnGuess), field, basis, confidence };
  };
  const keys = head.headers.map((header) => normaliseHeader(header).key);
  for (const [index, key] of keys.entries()) {
    const alias = key === '' ? undefined : aliases.get(key);
    if (alias !== undefined && !taken.has(alias.field.name)) assign(index, alias.field.name, 'alias', 1);
  }
  for (const [index, key] of keys.entries()) {
    if (guesses[index]?.field !== null) continue;
    const alias = similarAlias(aliases, key);
    if (alias !== undefined && !taken.has(alias.field.name)) assign(index, alias.field.name, 'similar', 0.6);
  }
  for (const [index] of keys.entries()) {
    if (guesses[index]?.field !== null) continue;
    for (const field of kind.fields) {
      if (taken.has(field.name)) continue;
      const fit = contentFit(field, head, index);
      if (fit >= 0.9) {
        assign(index, field.name, 'content', 0.5 * fit);
        break;
      }
    }
  }
  return guesses;
}

/** Required fields no column feeds. */
export function missingFields(kind: ImportKind, columns: readonly Pick<ColumnGuess, 'field'>[]): ImportField[] {
  return kind.fields.filter((f) => f.required && !columns.some((c) => c.field === f.name));
}

/** A kind known by plain texts alone ('名称') is nothing to be sure of: it takes its own evidence, or a number of some sort. */
function lacksEvidence(kind: ImportKind, found: ReadonlySet<string>): boolean {
  const { evidence } = kind;
  if (evidence !== undefined) return evidence.fields.filter((name) => found.has(name)).length < evidence.atLeast;
  const telling = (field: ImportField) => field.type !== 'text' && field.type !== 'list';
  if (kind.fields.some((field) => field.required && telling(field))) return false;
  return !kind.fields.some((field) => found.has(field.name) && field.type === 'identifier');
}

/** How well a sheet fits a kind: share of its required fields found, then how many columns are understood. */
function scoreSheet(kind: ImportKind, head: SheetHead, columns: readonly ColumnGuess[]): number {
  const required = kind.fields.filter((field) => field.required);
  const found = new Map(columns.filter((c) => c.field !== null).map((c) => [c.field as string, c.confidence]));
  const requiredShare =
    required.length === 0 ? 1 : required.reduce((sum, f) => sum + (found.get(f.name) ?? 0), 0) / required.length;
  const named = head.headers.filter((header) => header.trim() !== '').length || 1;
  const lacking = lacksEvidence(kind, new Set(found.keys()));
  const understood = [...found.values()].reduce((a, b) => a + b, 0) / named;
  return requiredShare * (0.55 + 0.45 * Math.min(1, understood)) * (lacking ? 0.4 : 1);
}

/** The sender whose own headers occur most; undefined when none does. */
export function guessSender(kind: ImportKind, heads: readonly SheetHead[]): Sender | undefined {
  const keys = new Set(heads.flatMap((head) => head.headers.map((header) => normaliseHeader(header).key)));
  let best: { sender: Sender; share: number } | undefined;
  for (const sender of kind.senders) {
    if (sender.signature.length === 0) continue;
    const share =
      sender.signature.filter((header) => keys.has(normaliseHeader(header).key)).length / sender.signature.length;
    if (share >= 0.5 && (best === undefined || share > best.share)) best = { sender, share };
  }
  return best?.sender;
}

/** Kinds by fit over the best sheet, best first; the reason says which headers decided. */
export function guessKinds(kinds: Iterable<ImportKind>, heads: readonly SheetHead[]): KindGuess[] {
  const guesses: KindGuess[] = [];
  for (const kind of kinds) {
    let best = 0;
    let reason = '';
    for (const head of heads) {
      const columns = mapColumns(kind, head);
      const score = scoreSheet(kind, head, columns);
      const missing = missingFields(kind, columns);
      if (score > best) {
        best = score;
        const known = columns.filter((c) => c.field !== null).length;
        reason =
          missing.length === 0
            ? `认出 ${known}/${head.headers.length} 列，必需列齐全`
            : `认出 ${known}/${head.headers.length} 列，缺少：${missing.map((f) => f.label.zh).join('、')}`;
      }
    }
    const signature = guessSender(kind, heads) === undefined ? 0 : 0.1;
    if (best > 0) guesses.push({ kind: kind.kind, score: Math.min(1, best + signature), reason });
  }
  return guesses.sort((a, b) => b.score - a.score);
}

/** A guess good enough to go on without asking: all required columns there and no close rival. */
export function isConfident(kind: ImportKind, guesses: readonly KindGuess[], sheets: readonly SheetGuess[]): boolean {
  const [first, second] = guesses;
  if (first === undefined || first.kind !== kind.kind || first.score < 0.6) return false;
  if (second !== undefined && first.score - second.score < 0.05) return false;
  return sheets.some((sheet) => sheet.included);
}

const headOf = (head: SheetHead) => ({
  sheet: head.sheet,
  headerLine: head.headerLine,
  titleLines: head.titleLines,
  units: head.headers.map((_, index) => head.units[index] ?? null),
});

/** The sheets of a file of no known kind: every column waits for a person. */
export function bareSheets(heads: readonly SheetHead[]): SheetGuess[] {
  return heads.map((head) => ({
    ...headOf(head),
    included: false,
    note: null,
    columns: bareColumns(head),
  }));
}

/** The mapping of every sheet for one kind; sheets that lack a required column are left out, with the reason. */
export function mapSheets(kind: ImportKind, heads: readonly SheetHead[]): SheetGuess[] {
  return heads.map((head) => {
    const columns = mapColumns(kind, head);
    const missing = missingFields(kind, columns);
    return {
      ...headOf(head),
      included: missing.length === 0,
      note: missing.length === 0 ? null : `未包含：缺少 ${missing.map((f) => f.label.zh).join('、')} 列`,
      columns,
    };
  });
}
