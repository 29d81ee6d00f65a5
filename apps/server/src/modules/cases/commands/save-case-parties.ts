import type { CaseRecord, ParsedInput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EDITABLE } from '../procedure/case-states.ts';
import { updateCase } from '../repositories/case-repository.ts';
import { appendEntry } from '../repositories/entry-repository.ts';
import { listParties, noteSurvivor, saveParties } from '../repositories/parts-repository.ts';
import { editCase } from './edit-case.ts';
import { requireFairParties } from './require-parties.ts';

type Parties = ParsedInput<(typeof routes)['saveCaseParties']>['body'];
type Merger = ParsedInput<(typeof routes)['mergeCaseParty']>['body'];

/** Who takes part in a case. @throws AppError cases.party.both-sides · cases.party.no-suspect · cases.party.bad-code */
export async function saveCaseParties(ctx: Ctx, id: string, body: Parties): Promise<CaseRecord> {
  return editCase(ctx, { id, revision: body.revision, what: 'parties' }, async (tx) => {
    requireFairParties(body.parties);
    await saveParties(tx, ctx.district, id, body.parties);
    const town = body.parties.find((one) => one.side === 'suspect' && one.townCode !== null)?.townCode ?? null;
    await updateCase(tx, ctx.district, id, { town_code: town });
    return { parties: body.parties.map(({ name, side }) => `${side}:${name}`) };
  });
}

const AFTER = ['decided', 'served', 'executing', 'published'];

/**
 * A party was merged into another: the case keeps the name of then and points to who took it over, against whom it goes on.
 * Taken up to the closing of the case.
 * @throws AppError cases.party.already-merged · cases.party.both-sides · cases.case.in-future
 */
export async function mergeCaseParty(ctx: Ctx, id: string, partyId: string, body: Merger): Promise<CaseRecord> {
  return editCase(ctx, { id, revision: body.revision, what: 'merger', states: [...EDITABLE, ...AFTER] }, async (tx) => {
    if (body.mergedOn > ctx.today) throw new AppError('cases.case.in-future', { on: body.mergedOn, today: ctx.today });
    const parties = await listParties(tx, ctx.district, id);
    const party = parties.find((one) => one.id === partyId);
    if (party === undefined) throw new AppError('platform.not-found');
    if (party.survivorName !== null) throw new AppError('cases.party.already-merged', { name: party.name });
    requireFairParties([...parties, { ...party, name: body.survivorName, uscc: null, partyId: body.survivorPartyId }]);
    await noteSurvivor(tx, ctx.district, partyId, {
      partyId: body.survivorPartyId,
      name: body.survivorName,
      on: body.mergedOn,
      reason: body.reason,
    });
    const data = { name: party.name, survivor: body.survivorName, reason: body.reason };
    await appendEntry(tx, ctx, id, { kind: 'merger', on: body.mergedOn, data });
    return data;
  });
}
