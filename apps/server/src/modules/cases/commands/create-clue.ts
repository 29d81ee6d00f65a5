import type { ParsedInput, routes } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_REGISTER } from '../cases.catalogue.ts';
import { entryDay } from '../domain/dated-entry.ts';
import { reachesOrganisation } from '../queries/reach-case.ts';
import { type RegisteredClue, registerClue } from './register-clue.ts';

type Body = ParsedInput<(typeof routes)['createClue']>['body'];

/**
 * A clue entered at the desk. Received before today, it needs a reason.
 * @throws AppError cases.case.needs-reason and those of registerClue; 404 for a body outside the actor's reach
 */
export async function createClue(ctx: Ctx, body: Body): Promise<RegisteredClue> {
  const day = entryDay(ctx, { on: body.receivedOn, backDatedReason: body.backDatedReason });
  if (body.organisationCode !== null && !reachesOrganisation(ctx, CASE_REGISTER, body.organisationCode))
    throw new AppError('platform.not-found');
  return inTransaction(ctx, (tx) =>
    registerClue(tx, ctx, {
      ...body,
      source: { ...body.source, module: 'cases', id: uuidv7(), href: null },
      receivedOn: day.on,
      backDatedReason: day.backDatedReason,
    }),
  );
}
