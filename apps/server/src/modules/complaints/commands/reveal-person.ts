import type { RouteOutput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { openSecret } from '../../../platform/auth/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { PERSON_REVEAL } from '../complaints.catalogue.ts';
import { requireMatter } from '../queries/require-matter.ts';
import { findSealedPerson } from '../repositories/letter-repository.ts';

type Person = RouteOutput<(typeof routes)['revealComplaintPerson']>;

/**
 * Who complained or reported. The entry in the log, with the reason, is written before anything is told.
 * @throws AppError 404; 409 complaints.person.anonymous · complaints.person.elsewhere
 */
export async function revealComplaintPerson(ctx: Ctx, id: string, reason: string): Promise<Person> {
  const matter = await requireMatter(ctx, id, PERSON_REVEAL);
  if (matter.personKind === 'elsewhere') throw new AppError('complaints.person.elsewhere');
  const sealed = await findSealedPerson(ctx.db, ctx.district, matter.letterId);
  if (sealed === undefined) throw new AppError('complaints.person.anonymous');
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, {
      action: PERSON_REVEAL,
      subject: { kind: matter.procedure, id, label: matter.number },
      details: { reason },
    }),
  );
  return JSON.parse(
    openSecret(sealed, ctx.services.config.secret, matter.letterId, 'reporters of violations'),
  ) as Person;
}
