import type { MarkAnswerView } from '@jince/contract';
import { compareMarks, type FoundMark, modelVersions, normaliseMark, noticesOf } from '@jince/trademark-similarity';
import type { Ctx } from '../../../platform/context/context.ts';
import { type RowTest, registersChangedAt } from '../../../platform/register-index/index.ts';
import { markOptions } from '../domain/mark-options.ts';
import { type MarkQuestion, rankOfGoods } from '../domain/mark-question.ts';
import { registrationKey } from '../domain/picture-register.ts';
import { getMarkNames } from '../search/get-mark-names.ts';
import type { MarkNames } from '../search/mark-names.ts';
import { getMarkPictures } from '../search/mark-pictures.ts';
import { describeMarks, type FoundRows, type MarkDescription, type Reader } from './describe-marks.ts';
import { rowsInQuestion } from './rows-in-question.ts';

export interface TextQuestion extends MarkQuestion {
  readonly text: string;
  /** Most registrations that are told of. */
  readonly limit?: number | undefined;
}
export type MarkAnswer = MarkAnswerView;
type Hit = MarkAnswer['hits'][number];

/** Names that are judged and counted; more of them say nothing more. */
const MOST_NAMES = 300;
const MOST_ROWS = 600;
/** Of what is not close only the nearest: they show that something was compared. */
const MOST_FAR = 8;
const LEAST_FAR = 0.02;
const LIMIT = 40;
export const LEVELS = ['identical', 'near', 'arguable', 'far'] as const;

/** Whether a text holds anything that can be compared. */
export const isSearchable = (text: string): boolean => normaliseMark(text).units.length > 0;

/** Rows of the names found, the closest names first, until there are enough. */
function rowsOf(names: MarkNames, found: readonly FoundMark[], inQuestion: RowTest): FoundRows[] {
  const taken: FoundRows[] = [];
  let count = 0;
  for (const [at, { at: place }] of found.entries()) {
    const rows = [...names.rowsAt(place)].filter(inQuestion);
    taken.push({ found: at, rows });
    count += rows.length;
    if (count >= MOST_ROWS) break;
  }
  return taken;
}

function toHit(
  ctx: Ctx,
  text: string,
  { level, score }: FoundMark,
  mark: MarkDescription & { hasPicture: boolean },
): Hit {
  const { kinds, reasons, mark: compared } = compareMarks(text, mark.name, markOptions);
  return { ...mark, level, score, kinds: [...kinds], reasons: reasons[ctx.language], compared };
}

/** What is told: close ones by level and how close their goods are, then the nearest of the others. */
async function tell(ctx: Ctx, names: MarkNames, question: TextQuestion, reader: Reader) {
  const { text, limit = LIMIT } = question;
  const inQuestion = rowsInQuestion(ctx, names.data, question);
  const where = (place: number) => names.rowsAt(place).some(inQuestion);
  const found = names.index.search(text, MOST_NAMES, { least: 'far', where });
  const far = found.filter(({ level, score }) => level === 'far' && score >= LEAST_FAR).slice(0, MOST_FAR);
  const shown = [...found.filter(({ level }) => level !== 'far'), ...far];
  const rows = rowsOf(names, shown, inQuestion);
  const { kept } = await getMarkPictures(ctx);
  const hasPicture = ({ country, registrationNo }: MarkDescription) =>
    kept.has(registrationKey(country, registrationNo));
  const described = (await describeMarks(ctx, { data: names.data, question, reader }, rows)).map((one) => {
    const hit = shown[one.found] as FoundMark;
    return { ...one, hit, level: LEVELS.indexOf(hit.level), goods: rankOfGoods(one.mark.goods?.kind) };
  });
  described.sort((a, b) => a.level - b.level || a.goods - b.goods || a.found - b.found);
  const isFar = (one: (typeof described)[number]) => one.hit.level === 'far';
  const count = (level: (typeof LEVELS)[number]) => described.filter(({ hit }) => hit.level === level).length;
  return {
    counts: { identical: count('identical'), near: count('near'), arguable: count('arguable') },
    hits: [
      ...described.filter((one) => !isFar(one)).slice(0, limit),
      ...described.filter(isFar).slice(0, Math.min(MOST_FAR, limit)),
    ].map(({ hit, mark }) => toHit(ctx, text, hit, { ...mark, hasPicture: hasPicture(mark) })),
  };
}

/** The closest level there is anything of; `none` where nothing could be compared. */
export function verdictOf(counts: MarkAnswer['counts'], searchable: boolean): MarkAnswer['verdict'] {
  if (!searchable) return 'none';
  return (['identical', 'near', 'arguable'] as const).find((level) => counts[level] > 0) ?? 'clear';
}

/**
 * Marks of the district's register that may be confused with a text, with reasons. Registrations are public, so the answer is the
 * same for everyone but for links to records. What is not close is not padded with what is far, but for a few.
 */
export async function searchMarks(ctx: Ctx, question: TextQuestion, reader: Reader = 'module'): Promise<MarkAnswer> {
  const names = await getMarkNames(ctx);
  const { text } = question;
  const compared = normaliseMark(text).units;
  const told = await tell(ctx, names, question, reader);
  return {
    text,
    compared: String.fromCharCode(...compared),
    notices: noticesOf(text).map((notice) => ({ code: notice.code, text: notice[ctx.language] })),
    verdict: verdictOf(told.counts, compared.length > 0),
    ...told,
    register: {
      marks: names.marks,
      changedAt: await registersChangedAt(ctx.db, ctx.district, ['trademarks']),
      asOf: ctx.today,
    },
    model: modelVersions.at(-1) as string,
  };
}
