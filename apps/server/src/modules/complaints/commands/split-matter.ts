import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MATTER_REGISTER } from '../complaints.catalogue.ts';
import { hasReporter } from '../domain/person.ts';
import { requireMatter } from '../queries/require-matter.ts';
import { selectMatters } from '../repositories/matter-repository.ts';
import { openMatter } from './take-letter.ts';

/**
 * A letter turns out to hold the other sort, too: its file is opened beside, and each is handled apart (order 121, art. 9).
 * @throws AppError 404; 409 complaints.matter.split-done · complaints.letter.anonymous-complaint
 */
export async function splitComplaintMatter(
  ctx: Ctx,
  id: string,
  input: { readonly reason: string },
): Promise<{ readonly id: string; readonly number: string }> {
  const matter = await requireMatter(ctx, id, MATTER_REGISTER);
  if (matter.sort === 'report' && !hasReporter(matter.personKind))
    throw new AppError('complaints.letter.anonymous-complaint');
  return inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
    await sql`select 1 from complaints.letter where district = ${ctx.district} and id = ${matter.letterId} for update`.execute(
      tx,
    );
    const others = await selectMatters(tx, ctx.district, sql`m.letter_id = ${matter.letterId} and m.id <> ${id}`);
    const other = others[0];
    if (other !== undefined) throw new AppError('complaints.matter.split-done', { number: other.number });
    const opened = await openMatter(tx, inside, {
      letterId: matter.letterId,
      letter: matter,
      sort: matter.sort === 'complaint' ? 'report' : 'complaint',
      organisationCode: matter.organisationCode,
      route: matter.route,
      splitFrom: id,
    });
    await writeAudit(tx, ctx, {
      action: 'complaints.matter.split',
      subject: { kind: matter.procedure, id, label: matter.number },
      details: { into: opened.number, reason: input.reason },
    });
    return opened;
  });
}
