import type { ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { assignHandlers, setOrganisations } from '../../../platform/procedures/index.ts';
import { MATTER_ASSIGN } from '../complaints.catalogue.ts';
import { handlingBodies } from '../domain/route-letter.ts';
import { listComplaintHandlers } from '../queries/list-handlers-at.ts';
import { requireMatter } from '../queries/require-matter.ts';
import { listJoinedTo, updateMatter } from '../repositories/matter-repository.ts';

type Input = ParsedInput<(typeof routes)['assignComplaintMatter']>['body'];

async function chosenHandlers(ctx: Ctx, input: Input) {
  const known = await listComplaintHandlers(ctx, input.organisationCode);
  return input.handlers.map((userId, at) => {
    const found = known.find((one) => one.userId === userId);
    if (found === undefined)
      throw new AppError('complaints.matter.handler', {
        organisation: ctx.services.places.organisationName(input.organisationCode) ?? input.organisationCode,
      });
    return { userId, name: found.name, part: at === 0 ? ('lead' as const) : ('assist' as const) };
  });
}

/**
 * Gives a matter to a body and to people of it; what was joined with it goes along.
 * @throws AppError 404; 400 complaints.matter.organisation · complaints.matter.handler; 409 procedures.action.stale
 */
export async function assignComplaintMatter(ctx: Ctx, id: string, input: Input): Promise<void> {
  const matter = await requireMatter(ctx, id, MATTER_ASSIGN);
  const { jurisdiction, places } = ctx.services;
  const body = handlingBodies(jurisdiction).find((one) => one.code === input.organisationCode);
  if (body === undefined) throw new AppError('complaints.matter.organisation', { code: input.organisationCode });
  const handlers = await chosenHandlers(ctx, input);
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ version: number }>`select version from procedures.file where district = ${ctx.district}
      and id = ${id} for update`.execute(tx);
    if (rows[0]?.version !== input.version) throw new AppError('procedures.action.stale');
    const joined = await listJoinedTo(tx, ctx.district, id);
    for (const one of [matter, ...joined]) {
      const moved = one.organisationCode !== body.code;
      if (moved) {
        await updateMatter(tx, ctx.district, one.id, {
          organisationCode: body.code,
          route: [...one.route, { rule: 'person', word: input.reason, body: body.code }],
        });
        await setOrganisations(tx, ctx, one.id, [body.code]);
      }
      await assignHandlers(tx, ctx, one.id, handlers);
    }
    await writeAudit(tx, ctx, {
      action: MATTER_ASSIGN,
      subject: { kind: matter.procedure, id, label: matter.number },
      details: {
        to: places.organisationName(body.code) ?? body.code,
        handlers: handlers.map((one) => one.name),
        reason: input.reason,
      },
    });
  });
}
