import type { DisciplineListView } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { LIST_READ } from '../discipline.catalogue.ts';
import { disciplineLists, needsLastDay, TARGETS, type Target } from '../domain/discipline-law.ts';
import { entriesWithin, inForce } from '../repositories/entry-repository.ts';
import { effectView, TARGET_LABELS } from './words.ts';

/** Every list the law knows today with its effects, and how many stand on it within reach. */
export async function listDisciplineLists(ctx: Ctx): Promise<{
  asOf: string;
  targets: { target: Target; label: string }[];
  items: DisciplineListView[];
}> {
  const { rows } = await sql<{ list: string; n: number }>`select e.list, count(*)::int as n from discipline.entry e
    where e.district = ${ctx.district} and ${inForce(ctx.today)} and ${entriesWithin(ctx, LIST_READ)} group by e.list`.execute(
    ctx.db,
  );
  const counts = new Map(rows.map((row) => [row.list, row.n]));
  return {
    asOf: ctx.today,
    targets: TARGETS.map((target) => ({ target, label: TARGET_LABELS[target][ctx.language] })),
    items: disciplineLists(ctx.today).map((one) => ({
      list: one.list,
      label: one.label[ctx.language],
      article: one.article,
      confidence: one.confidence,
      subjects: [...one.subjects],
      termMonths: one.termMonths,
      termArticle: one.termArticle,
      byDecision: needsLastDay(one),
      repairMonths: one.repairMonths,
      repairArticle: one.repairArticle,
      chain: [...one.chain],
      effects: one.effects.map((effect) => effectView(ctx, effect)),
      inForce: counts.get(one.list) ?? 0,
    })),
  };
}
