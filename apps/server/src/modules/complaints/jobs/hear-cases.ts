import { sql } from 'kysely';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction, tellingFailure } from '../../../platform/procedures/index.ts';
import { selectMatters, updateMatter } from '../repositories/matter-repository.ts';

type Outcome = 'filed' | 'not-filed' | 'decided' | 'closed';

/** What a case tells its clues. */
export interface CaseTold {
  readonly caseId: string;
  /** Day of the decision whether a case is opened; absent: today. */
  readonly on?: string;
  readonly decidedOn?: string;
  readonly filedOn?: string;
  readonly reason?: string;
}

/**
 * A case tells how it went: the reports it grew from know whether it was opened, and their reporters have to be told within
 * the time. Told twice, nothing happens.
 */
export async function hearCase(reader: Ctx, told: CaseTold, outcome: Outcome): Promise<number> {
  const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '案件' } };
  return inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
    const matters = await selectMatters(
      tx,
      ctx.district,
      sql`m.case_id = ${told.caseId} order by m.joined_to is not null, m.id`,
    );
    for (const matter of matters) {
      await updateMatter(tx, ctx.district, matter.id, { caseOutcome: outcome });
      if (matter.state !== 'in-case' || (outcome !== 'filed' && outcome !== 'not-filed')) continue;
      const on = told.on ?? (outcome === 'filed' ? told.filedOn : told.decidedOn) ?? ctx.today;
      await updateMatter(tx, ctx.district, matter.id, {
        outcome: outcome === 'filed' ? 'case-filed' : 'case-not-filed',
        result: told.reason ?? null,
        decidedOn: on,
      });
      await performAction(tx, inside, matter.id, 'case-decided');
    }
    return matters.length;
  });
}

const LABELS: Readonly<Record<Outcome, { readonly zh: string; readonly en: string }>> = {
  filed: { zh: '案件立案回告', en: 'A case was opened' },
  'not-filed': { zh: '案件不予立案回告', en: 'No case was opened' },
  decided: { zh: '案件决定回告', en: 'A case was decided' },
  closed: { zh: '案件结案回告', en: 'A case was closed' },
};

const hearTask = (outcome: Outcome): JobTask =>
  tellingFailure({
    task: `complaints.hear-case-${outcome}`,
    label: LABELS[outcome],
    cancellable: false,
    maxAttempts: 5,
    queue: 'complaints',
    async run(ctx, payload: CaseTold) {
      await hearCase(ctx, payload, outcome);
    },
  });

const OUTCOMES = ['filed', 'not-filed', 'decided', 'closed'] as const;

export const hearCaseTasks: readonly JobTask[] = OUTCOMES.map(hearTask);
/** Event of cases → what listens. */
export const caseSubscribers: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  OUTCOMES.map((outcome) => [`cases.case.${outcome}`, [`complaints.hear-case-${outcome}`]]),
);
