import { addMonths } from '@jince/calendar';
import { hasLaw } from '@jince/law';
import { MarkIndex } from '@jince/trademark-similarity';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import { oppositionPeriod } from '../../ip-rights/index.ts';
import { noteThreats } from '../commands/note-threats.ts';
import { judgeThreat } from '../domain/judge-threat.ts';
import { type MarkRecord, selectMarks } from '../repositories/mark-repository.ts';
import { insertThreat } from '../repositories/threat-repository.ts';

const DAY_MINUTES = 1440;
const LOOKED_AT = 20;
const KEPT = 5;
/** No term of opposition was ever longer than a year: older publications need not be read. */
const LOOK_BACK_MONTHS = 12;

const holdersOf = (mark: MarkRecord) => new Set(mark.holders.map((one) => one.partyId ?? one.name));
const published = (mark: MarkRecord, today: string) =>
  mark.preliminary_on !== null &&
  hasLaw('trademark.opposition.months', mark.preliminary_on) &&
  oppositionPeriod(mark.preliminary_on).dueOn >= today;

/** Own marks a published one comes too close to, the closest first; marks of the same holders do not count. */
function threatenedBy(index: MarkIndex, own: readonly MarkRecord[], mark: MarkRecord, today: string) {
  const holders = holdersOf(mark);
  const others = (at: number) => ![...holdersOf(own[at] as MarkRecord)].some((one) => holders.has(one));
  return index
    .search(mark.name, LOOKED_AT, { where: others })
    .map(({ at }) => {
      const target = own[at] as MarkRecord;
      const side = ({ name, nice_class: niceClass, similar_groups: groups }: MarkRecord) => ({
        name,
        niceClass,
        groups,
      });
      return { target, judged: judgeThreat(side(mark), side(target), today) };
    })
    .filter(({ judged }) => judged.threatens)
    .slice(0, KEPT);
}

/**
 * Compares every mark in preliminary publication that can still be opposed with the registered marks of the district's
 * parties. Pairs once found stay, with what was decided of them. Returns how many are new.
 */
export async function findThreats(ctx: Ctx, control?: JobControl): Promise<number> {
  const since = addMonths(ctx.today, -LOOK_BACK_MONTHS);
  const fresh = (
    await selectMarks(ctx.db, ctx, sql`r.country = 'CN' and t.status = 'preliminary' and r.preliminary_on >= ${since}`)
  ).filter((mark) => published(mark, ctx.today) && mark.name !== '');
  if (fresh.length === 0) return 0;
  const own = await selectMarks(
    ctx.db,
    ctx,
    sql`r.country = 'CN' and t.status in ('registered', 'grace') and r.name <> '' and exists (
      select 1 from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = r.district and h.trademark_id = r.id and m.party_id is not null)`,
  );
  const index = new MarkIndex(own.map((mark) => mark.name));
  let found = 0;
  for (const [nth, mark] of fresh.entries()) {
    await control?.checkCancelled();
    await control?.progress(nth, fresh.length);
    const hits = threatenedBy(index, own, mark, ctx.today);
    if (hits.length === 0) continue;
    await inTransaction(ctx, async (tx) => {
      for (const { target, judged } of hits) {
        const id = await insertThreat(tx, ctx, {
          source: 'register',
          publishedNo: mark.registration_no,
          publishedClass: mark.nice_class,
          publishedName: mark.name,
          publishedGroups: mark.similar_groups,
          applicant: mark.holders.map((holder) => holder.name).join('、') || null,
          publishedOn: mark.preliminary_on as string,
          dueOn: oppositionPeriod(mark.preliminary_on as string).dueOn,
          own: { id: target.id, registrationNo: target.registration_no, niceClass: target.nice_class },
          judged,
        });
        if (id === undefined) continue;
        await noteThreats(tx, ctx, target.id);
        found += 1;
      }
    });
  }
  return found;
}

/** After each import of marks, and once a day. */
export const findThreatsTask: JobTask = {
  task: 'trademark-portfolio.find-threats',
  label: { zh: '比对初审公告商标', en: 'Compare published marks' },
  cancellable: true,
  maxAttempts: 3,
  queue: 'trademark-portfolio',
  everyMinutes: DAY_MINUTES,
  async run(ctx, _payload: unknown, control) {
    await findThreats(ctx, control);
  },
};
