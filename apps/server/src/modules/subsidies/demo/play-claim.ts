import { addDays } from '@jince/calendar';
import type { ClaimState } from '@jince/contract';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { type Cast, onDay } from './demo-cast.ts';
import { workday } from './plan-claims.ts';

/** What is left of a claim to be done by hand: publicity and money are done for all together. */
export interface Played {
  readonly id: string;
  readonly state: ClaimState;
  readonly filedOn: string;
}

type Step = readonly [state: ClaimState, who: keyof Cast, action: string, fields?: Record<string, unknown>];

/** The way to the decision; each a working day after the other. */
const WAY: readonly Step[] = [
  ['submitted', 'officer', 'submit'],
  ['recommended', 'officer', 'recommend'],
  ['accepted', 'officer', 'accept'],
  ['checked', 'checker', 'check'],
  ['reviewed', 'reviewer', 'review'],
  ['cleared', 'checker', 'clear-credit'],
  ['approved', 'director', 'decide-approve'],
];

/** Where the ways out branch off. */
const BRANCH: Partial<Record<ClaimState, ClaimState>> = {
  supplementing: 'recommended',
  'not-accepted': 'recommended',
  refused: 'cleared',
  withdrawn: 'submitted',
  publicised: 'approved',
  objected: 'approved',
  paid: 'approved',
  archived: 'approved',
  'clawing-back': 'approved',
};

/** Takes an action as somebody on a day. */
export async function act(
  ctx: Ctx,
  at: { readonly day: string; readonly minute: number; readonly who: Actor },
  id: string,
  action: string,
  input: { fields?: Record<string, unknown>; note?: string } = {},
): Promise<void> {
  const then = onDay(ctx, at.day, at.minute, at.who);
  await inTransaction(then, (tx) => performAction(tx, then, id, action, input));
}

async function leave(ctx: Ctx, cast: Cast, played: Played, day: string): Promise<void> {
  const { texts } = ctx.services.jurisdiction.demoClaims;
  const at = (who: Actor) => ({ day, minute: 90, who });
  if (played.state === 'supplementing')
    await act(ctx, at(cast.officer), played.id, 'request-supplement', { fields: { items: [texts.supplement] } });
  if (played.state === 'not-accepted')
    await act(ctx, at(cast.officer), played.id, 'not-accept', { fields: { reason: texts.notAccepted } });
  if (played.state === 'refused')
    await act(ctx, at(cast.director), played.id, 'decide-refuse', { fields: { reason: texts.refused } });
  if (played.state === 'withdrawn') await act(ctx, at(cast.officer), played.id, 'withdraw', { note: texts.withdrawn });
}

/** Brings a draft to its state, or to the decision where publicity and money follow. */
export async function playClaim(ctx: Ctx, cast: Cast, played: Played, serial: number): Promise<void> {
  if (played.state === 'draft') return;
  const { documents, texts } = ctx.services.jurisdiction.demoClaims;
  const until = BRANCH[played.state] ?? played.state;
  let day = played.filedOn;
  for (const [step, [state, who, action]] of WAY.entries()) {
    const fields =
      action === 'decide-approve'
        ? { documentNo: documents.decision.replace('{year}', day.slice(0, 4)).replace('{n}', String(serial)) }
        : undefined;
    const note = action === 'accept' ? texts.accepted : undefined;
    await act(ctx, { day, minute: step * 10 + serial, who: cast[who] }, played.id, action, {
      ...(fields === undefined ? {} : { fields }),
      ...(note === undefined ? {} : { note }),
    });
    if (state === until) break;
    day = workday(addDays(day, 1)) > day ? workday(addDays(day, 1)) : addDays(day, 3);
    if (day > ctx.today) day = ctx.today;
  }
  await leave(ctx, cast, played, day);
}
