import { addMonths } from '@jince/calendar';
import { adviseOnBadFaith, type FilingFacts, filingWindowMonths } from '@jince/law';
import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { toDay } from '../../../platform/register-index/index.ts';
import { TRADEMARK_READ, trademarkIndex } from '../../ip-rights/index.ts';
import { listPartyTexts } from '../../parties/index.ts';
import { rowsInQuestion } from './rows-in-question.ts';

/** What the register says of an applicant's filings; every mark once per class. */
async function countFilings(ctx: Ctx, partyId: string): Promise<FilingFacts> {
  const data = await trademarkIndex.get(ctx);
  const own = data.rights.parties.codes.matching((code) => code === partyId);
  const isLiving = rowsInQuestion(ctx, data, { state: 'living' });
  const [from, today] = [toDay(addMonths(ctx.today, -filingWindowMonths)), toDay(ctx.today)];
  const classes = new Set<string>();
  let [filings, living] = [0, 0];
  for (let row = 0; row < data.size; row++) {
    if (!data.rights.parties.at(row, data.size).some((n) => own[n] === 1)) continue;
    if (isLiving(row)) living++;
    const filed = data.filed.at(row);
    if (filed <= from || filed > today) continue;
    filings++;
    classes.add(data.niceClass.codeAt(row));
  }
  return { filings, classes: classes.size, living };
}

/** Marks of an applicant of which there is evidence of use, one per class. */
async function countUsed(ctx: Ctx, partyId: string): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    select count(distinct (u.registration_no, u.nice_class))::int as used
    from ip_rights.trademark_use u
    join ip_rights.trademark t on t.district = u.district and t.country = 'CN' and t.registration_no = u.registration_no
      and t.nice_class = u.nice_class
    join ip_rights.trademark_holder h on h.district = t.district and h.trademark_id = t.id
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    where u.district = ${ctx.district} and m.party_id = ${partyId} and u.used_on <= ${ctx.today}`.execute(ctx.db);
  return rows[0]?.used ?? 0;
}

/** @throws AppError platform.not-found for an applicant outside the reader's scope */
async function findApplicant(ctx: Ctx, partyId: string): Promise<string> {
  const found = await listPartyTexts(ctx.db, ctx.district, scopeFor(ctx, TRADEMARK_READ), [partyId]);
  const applicant = found.get(partyId);
  if (applicant === undefined) throw new AppError('platform.not-found');
  return applicant.name;
}

export interface FilingQuestion {
  readonly text: string;
  readonly party?: string | undefined;
}

/** Points to think about before filing (恶意注册), by the law of today, with the applicant's figures where one is named. */
export async function adviseOnFiling(ctx: Ctx, { text, party }: FilingQuestion) {
  const applicant = party === undefined ? null : await findApplicant(ctx, party);
  const facts = party === undefined ? undefined : await countFilings(ctx, party);
  const advice = adviseOnBadFaith(text, facts, ctx.today);
  return {
    applicant,
    facts: facts === undefined ? null : { ...facts, used: await countUsed(ctx, party as string) },
    article: advice?.article ?? null,
    penalty: advice?.penalty ?? null,
    verify: advice?.verify ?? null,
    provenance: advice?.provenance ?? null,
    windowMonths: filingWindowMonths,
    thresholdNote: advice?.thresholdNote[ctx.language] ?? null,
    hints: (advice?.hints ?? []).map((hint) => ({ key: hint.key, text: hint[ctx.language] })),
  };
}
export type FilingAdviceView = Awaited<ReturnType<typeof adviseOnFiling>>;
