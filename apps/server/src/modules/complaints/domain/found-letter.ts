import { z } from 'zod';
import type { Letter, LetterSource } from './letter.ts';

const text = z.string().trim().min(1);
const maybe = z.string().nullish();

/** What other parts of the office tell of a breach they came upon. */
export const foundBreach = z.object({
  title: text,
  text,
  /** Whose acts they are; each gets a letter of its own. */
  suspects: z
    .array(z.object({ name: text, uscc: maybe, address: maybe, townCode: maybe, natural: z.boolean().optional() }))
    .min(1),
  rights: z.array(z.object({ kind: z.enum(['trademark', 'patent', 'gi']), number: text, holder: maybe })).default([]),
  evidenceIds: z.array(z.uuid()).default([]),
  receivedOn: z.iso.date().optional(),
  behaviourRow: z.number().int().nullish(),
  electronic: z.boolean().default(false),
  href: maybe,
});
export type FoundBreach = z.output<typeof foundBreach>;

interface Origin {
  readonly source: Extract<LetterSource, 'watch' | 'inspection' | 'hand-over'>;
  /** Identity in its source: told twice, it is one letter. */
  readonly key: string;
  readonly href: string | null;
}

const TITLE = 200;

/** A letter for each suspect. What the office finds itself has no reporter; the first right is that of the letter, all stand in its text. */
export function lettersOf(origin: Origin, found: FoundBreach, today: string): Letter[] {
  const [right] = found.rights;
  const rights = found.rights.length > 1 ? `\n涉及权利：${found.rights.map((one) => one.number).join('、')}` : '';
  const receivedOn = found.receivedOn ?? today;
  return found.suspects.map((suspect, at) => ({
    source: origin.source,
    sourceKey: at === 0 ? origin.key : `${origin.key}#${at + 1}`,
    sourceHref: found.href ?? origin.href,
    receivedOn,
    backDatedReason: receivedOn < today ? '以发现或者收到线索之日为收到日期' : null,
    personKind: 'office',
    person: null,
    subjectName: suspect.name,
    subjectUscc: suspect.uscc ?? null,
    subjectNatural: suspect.natural ?? false,
    address: suspect.address ?? null,
    townCode: suspect.townCode ?? null,
    rightKind: right?.kind ?? null,
    rightNumber: right?.number ?? null,
    rightHolder: right?.holder ?? null,
    behaviourRow: found.behaviourRow ?? null,
    happenedOn: null,
    stage: null,
    electronic: found.electronic,
    title: found.title.slice(0, TITLE),
    statement: `${found.text}${rights}`,
    wish: null,
    statedDueOn: null,
    unit: null,
  }));
}
