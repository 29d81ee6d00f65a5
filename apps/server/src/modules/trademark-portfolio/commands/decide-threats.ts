import type { ParsedInput, routes } from '@jince/contract';
import { hasLaw } from '@jince/law';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { oppositionPeriod } from '../../ip-rights/index.ts';
import { judgeThreat } from '../domain/judge-threat.ts';
import { reachMark } from '../queries/show-mark-life.ts';
import { marksWithin } from '../repositories/mark-repository.ts';
import { insertThreat, selectThreats, setDecision } from '../repositories/threat-repository.ts';
import { THREAT_DECIDE } from '../trademark-portfolio.catalogue.ts';
import { noteThreats } from './note-threats.ts';

const SUBJECT = 'trademark-portfolio.threat';

/** Enters a published mark nobody's file told of, compared with the own mark it threatens. @throws AppError 404, 409, 422 */
export async function addThreat(
  ctx: Ctx,
  input: ParsedInput<(typeof routes)['addThreat']>['body'],
): Promise<{ id: string }> {
  const own = await reachMark(ctx, input.trademarkId, THREAT_DECIDE);
  const on = input.publishedOn;
  if (on > ctx.today) throw new AppError('trademark-portfolio.threat.in-future', { on });
  if (!hasLaw('trademark.opposition.months', on)) throw new AppError('trademark-portfolio.threat.no-law', { on });
  const judged = judgeThreat(
    { name: input.publishedName, niceClass: input.publishedClass, groups: [] },
    { name: own.name, niceClass: own.nice_class, groups: own.similar_groups },
    ctx.today,
  );
  return inTransaction(ctx, async (tx) => {
    const id = await insertThreat(tx, ctx, {
      source: 'by-hand',
      publishedNo: input.publishedNo,
      publishedClass: input.publishedClass,
      publishedName: input.publishedName,
      publishedGroups: [],
      applicant: input.applicant,
      publishedOn: on,
      dueOn: oppositionPeriod(on).dueOn,
      own: { id: own.id, registrationNo: own.registration_no, niceClass: own.nice_class },
      judged,
    });
    if (id === undefined) throw new AppError('trademark-portfolio.threat.twice', { name: input.publishedName });
    await noteThreats(tx, ctx, own.id);
    await writeAudit(tx, ctx, {
      action: 'trademark-portfolio.threat.add',
      subject: { kind: SUBJECT, id, label: input.publishedName },
      details: { own: `${own.registration_no}/${own.nice_class}`, score: judged.likeness.score },
    });
    return { id };
  });
}

/** Notes who decided to oppose or not, and why. An opposition that would come too late is refused. @throws AppError 404, 409 */
export async function decideThreat(
  ctx: Ctx,
  id: string,
  input: { decision: 'oppose' | 'not'; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const test = sql`e.id = ${id} and ${marksWithin(ctx, THREAT_DECIDE)}`;
    const [threat] = (await selectThreats(tx, ctx, test, { limit: 1, offset: 0 })).rows;
    if (threat === undefined) throw new AppError('platform.not-found');
    if (threat.decision !== null)
      throw new AppError('trademark-portfolio.threat.decided', {
        by: threat.decided_by_name ?? '',
        on: threat.decided_on ?? '',
      });
    const { due_on: dueOn } = threat;
    if (input.decision === 'oppose' && dueOn < ctx.today)
      throw new AppError('trademark-portfolio.threat.too-late', { on: dueOn });
    if (!(await setDecision(tx, ctx, id, input)))
      throw new AppError('trademark-portfolio.threat.decided', { by: '', on: ctx.today });
    await noteThreats(tx, ctx, threat.own_trademark_id);
    await writeAudit(tx, ctx, {
      action: THREAT_DECIDE,
      subject: { kind: SUBJECT, id, label: threat.published_name },
      details: { decision: input.decision, reason: input.reason },
    });
  });
}
