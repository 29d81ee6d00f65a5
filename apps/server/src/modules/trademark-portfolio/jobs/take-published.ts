import { sql } from 'kysely';
import { z } from 'zod';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { tellingFailure } from '../../../platform/procedures/index.ts';
import { oppositionPeriod } from '../../ip-rights/index.ts';
import { noteThreats } from '../commands/note-threats.ts';
import { judgeThreat } from '../domain/judge-threat.ts';
import { type MarkRecord, selectMarks } from '../repositories/mark-repository.ts';
import { findThreatId, insertThreat, type NewThreat } from '../repositories/threat-repository.ts';

const text = z.string().trim().min(1);
const publication = z.object({
  no: text,
  niceClass: z.number().int(),
  name: text,
  applicant: z.string().nullable(),
  groups: z.array(z.string()),
  publishedOn: z.iso.date(),
});
/** What a hit of the gazette hands over: the protected mark and the published ones that come close to it. */
const ordered = z.object({ hitId: z.uuid(), registrationNo: text, publications: z.array(publication).min(1) });

const GOODS = ['same-group', 'similar-group', 'cross-search', 'same-class', 'related-class', 'other'];

/** The published mark against that class of the own mark whose goods are the nearest. */
function pairOf(own: readonly MarkRecord[], given: z.output<typeof publication>, today: string): NewThreat {
  const [nearest] = own
    .map((mark) => ({
      mark,
      judged: judgeThreat(
        { name: given.name, niceClass: given.niceClass, groups: given.groups },
        { name: mark.name, niceClass: mark.nice_class, groups: mark.similar_groups },
        today,
      ),
    }))
    .toSorted((a, b) => GOODS.indexOf(a.judged.goods.kind) - GOODS.indexOf(b.judged.goods.kind));
  if (nearest === undefined) throw new Error('the mark has left the register since the hit was handed over');
  const { mark, judged } = nearest;
  return {
    source: 'watch',
    publishedNo: given.no,
    publishedClass: given.niceClass,
    publishedName: given.name,
    publishedGroups: given.groups,
    applicant: given.applicant,
    publishedOn: given.publishedOn,
    dueOn: oppositionPeriod(given.publishedOn).dueOn,
    own: { id: mark.id, registrationNo: mark.registration_no, niceClass: mark.nice_class },
    judged,
  };
}

/** Enters what the watch found in the gazette, once; a pair that is there already stays with what was decided of it. Tells the watch. */
async function takePublished(ctx: Ctx, payload: unknown): Promise<void> {
  const { hitId, registrationNo, publications } = ordered.parse(payload);
  const own = await selectMarks(
    ctx.db,
    ctx,
    sql`r.country = 'CN' and r.registration_no = ${registrationNo} and t.status in ('registered', 'grace')`,
  );
  await inTransaction(ctx, async (tx) => {
    for (const given of publications) {
      const pair = pairOf(own, given, ctx.today);
      const entered = await insertThreat(tx, ctx, pair);
      if (entered !== undefined) await noteThreats(tx, ctx, pair.own.id);
      const id = entered ?? (await findThreatId(tx, ctx, pair));
      await publishEvent(tx, ctx, 'trademark-portfolio.threat.entered', {
        source: 'watch',
        sourceId: hitId,
        id,
        number: given.no,
      });
    }
  });
}

export const takePublishedTask: JobTask = tellingFailure({
  task: 'trademark-portfolio.take-published',
  label: { zh: '为监测命中登记异议线索', en: 'Enter the opposition lead of a hit' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'trademark-portfolio',
  run: (ctx, payload: unknown) => takePublished(ctx, payload),
});
