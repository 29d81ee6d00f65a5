import { addDays } from '@jince/calendar';
import { refineCreditSort } from '@jince/law';
import { v7 as uuidv7 } from 'uuid';
import { takeAuditTurn, writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { findAgencies, type Ground, listAgencyCards, listAgencyPeople, listGrounds } from '../../ip-agencies/index.ts';
import { refreshStandings } from '../commands/refresh-standings.ts';
import { documentKeyOf } from '../domain/credit-event.ts';
import { ruleSetOf } from '../queries/subjects.ts';
import {
  type EventOrigin,
  listOriginKeys,
  type NewEvent,
  putEvent,
  withdrawEvents,
} from '../repositories/event-repository.ts';

/** Something of another module that counts. */
export interface ForeignEvent
  extends Pick<
    NewEvent,
    | 'subjectType'
    | 'subjectId'
    | 'subjectLabel'
    | 'agencyId'
    | 'sort'
    | 'on'
    | 'documentNo'
    | 'authority'
    | 'text'
    | 'originKey'
  > {
  readonly expiresOn?: string | null;
  readonly revokedOn?: string | null;
  readonly source?: object | null;
}

const complete = (ctx: Ctx, origin: EventOrigin, event: ForeignEvent): NewEvent => ({
  ...event,
  id: uuidv7(),
  expiresOn: event.expiresOn ?? null,
  revokedOn: event.revokedOn ?? null,
  revokedBasis: event.revokedOn == null ? null : '来源登记为已撤销',
  documentKey: documentKeyOf(event.documentNo),
  origin,
  source: event.source ?? null,
  proof: null,
  enteredBy: null,
  enteredByName: ctx.actor.displayName,
  enteredAt: ctx.now,
});

/**
 * Takes in what another module says counts, and takes back what it says no more. Done again it changes nothing.
 * @param gone ids of events whose origin is no more
 */
export async function takeIn(
  ctx: Ctx,
  origin: EventOrigin,
  {
    events,
    gone = [],
    also = [],
  }: {
    readonly events: readonly ForeignEvent[];
    readonly gone?: readonly { readonly id: string; readonly subject_id: string }[];
    readonly also?: readonly string[];
  },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await takeAuditTurn(tx, ctx);
    for (const event of events) await putEvent(tx, ctx.district, complete(ctx, origin, event));
    const ids = gone.map((one) => one.id);
    if (ids.length > 0) await withdrawEvents(tx, ctx.district, ids, { at: ctx.now, reason: '来源已撤回' });
    const subjects = [...events.map((one) => one.subjectId), ...gone.map((one) => one.subject_id), ...also];
    await refreshStandings(tx, ctx, subjects);
    if (events.length + ids.length > 0)
      await writeAudit(tx, ctx, {
        action: 'agency-credit.event.take-in',
        subject: { kind: 'credit-event', id: origin, label: origin },
        details: { taken: events.length, gone: ids.length },
      });
  });
}

async function namesOf(ctx: Ctx, grounds: readonly Ground[]): Promise<(ground: Ground) => string | undefined> {
  const agencies = await findAgencies(ctx, [...new Set(grounds.flatMap((one) => one.agencyId ?? []))]);
  const people = new Map<string, string>();
  for (const { subject, agencyId, on } of grounds) {
    if (subject.type !== 'person' || agencyId === null || people.has(subject.id)) continue;
    for (const person of await listAgencyPeople(ctx, agencyId, on)) people.set(person.personId, person.name);
  }
  return ({ subject, agencyId }) =>
    subject.type === 'person' ? people.get(subject.id) : agencies.get(agencyId ?? subject.id)?.name;
}

const toEvent = (ground: Ground, label: string): ForeignEvent => ({
  subjectType: ground.subject.type,
  subjectId: ground.subject.id,
  subjectLabel: label,
  agencyId: ground.agencyId,
  sort: refineCreditSort(ground.sort, ground.text, ground.amountFen),
  on: ground.on,
  // Lists tell the last day; events end on the first day they no longer count.
  expiresOn: ground.expiresOn === null ? null : addDays(ground.expiresOn, 1),
  revokedOn: ground.revokedOn,
  documentNo: ground.documentNo,
  authority: ground.authority ?? '',
  text: ground.text,
  originKey: ground.id,
  source: ground.source,
});

/** Brings the events that come from the register of agencies up to what it says now, for some agencies or all. */
export async function syncGrounds(ctx: Ctx, agencyIds: readonly string[] | undefined): Promise<void> {
  const grounds = await listGrounds(ctx, agencyIds === undefined ? {} : { agencyIds });
  const nameOf = await namesOf(ctx, grounds);
  const events = grounds.flatMap((ground) => {
    const label = nameOf(ground) ?? (ground.subject.type === 'person' ? '姓名未知' : undefined);
    return label === undefined ? [] : [toEvent(ground, label)];
  });
  const known = new Set(events.map((one) => one.originKey));
  const before = await listOriginKeys(ctx.db, ctx.district, 'register', agencyIds);
  const gone = before.filter((one) => !known.has(one.origin_key));
  const also =
    agencyIds ??
    (await listAgencyCards(ctx)).filter((card) => ruleSetOf(card.kinds) !== undefined).map((card) => card.id);
  await takeIn(ctx, 'register', { events, gone, also });
}
