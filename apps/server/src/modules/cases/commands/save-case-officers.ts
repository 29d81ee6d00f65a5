import type { CaseRecord, ParsedInput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_ASSIGN, CASE_HANDLE } from '../cases.catalogue.ts';
import { EDITABLE } from '../procedure/case-states.ts';
import { appendEntry } from '../repositories/entry-repository.ts';
import { listOfficers, recuseOfficer } from '../repositories/parts-repository.ts';
import { editCase } from './edit-case.ts';
import { handOver, nameOfficers, requireOfficers } from './name-officers.ts';

type Body = ParsedInput<(typeof routes)['saveCaseOfficers']>['body'];
type Recusal = ParsedInput<(typeof routes)['recuseCaseOfficer']>['body'];

const WORKED_ON = [...EDITABLE, 'decided', 'served', 'executing', 'published'];

/** Names the officers of a case; the first one leads. @throws AppError cases.officer.* */
export async function saveCaseOfficers(ctx: Ctx, id: string, body: Body): Promise<CaseRecord> {
  return editCase(
    ctx,
    { id, revision: body.revision, what: 'officers', permission: CASE_ASSIGN, states: WORKED_ON },
    async (tx) => {
      const officers = await requireOfficers({ ...ctx, db: tx }, body.officers);
      await nameOfficers(tx, ctx, id, officers, body.reason);
      return { officers: officers.map(({ name }) => name), reason: body.reason };
    },
  );
}

/** An officer stands back for an interest in the case; whoever is left may be too few, which the case then shows. */
export async function recuseCaseOfficer(ctx: Ctx, id: string, officerId: string, body: Recusal): Promise<CaseRecord> {
  return editCase(
    ctx,
    { id, revision: body.revision, what: 'recusal', permission: CASE_HANDLE, states: WORKED_ON },
    async (tx) => {
      const one = (await listOfficers(tx, ctx.district, id)).find(
        (each) => each.id === officerId && each.until === null,
      );
      if (one === undefined) throw new AppError('cases.officer.not-of-case');
      await recuseOfficer(tx, ctx.district, officerId, { on: ctx.today, reason: body.reason });
      await handOver(tx, ctx, id);
      const data = { name: one.name, reason: body.reason };
      await appendEntry(tx, ctx, id, { kind: 'recusal', on: ctx.today, data });
      return data;
    },
  );
}
