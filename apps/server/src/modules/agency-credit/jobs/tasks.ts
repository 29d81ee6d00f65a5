import { refineCreditSort } from '@jince/law';
import { takeAuditTurn, writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { findAgencies } from '../../ip-agencies/index.ts';
import { refreshStandings } from '../commands/refresh-standings.ts';
import { listOriginKeys, revokeEvent } from '../repositories/event-repository.ts';
import { type ForeignEvent, syncGrounds, takeIn } from './take-in.ts';
import { writeNoticesTask } from './write-notices.ts';

export const GROUNDS_TASK = 'agency-credit.sync-grounds';
export const AGENCY_TASK = 'agency-credit.follow-agency';
export const SIGNAL_TASK = 'agency-credit.note-signal';
export const SIGNAL_GONE_TASK = 'agency-credit.drop-signal';
export const DISCIPLINE_TASK = 'agency-credit.note-discipline';
export const DISCIPLINE_GONE_TASK = 'agency-credit.end-discipline';

const task = (name: string, zh: string, en: string, run: JobTask['run']): JobTask => ({
  task: name,
  label: { zh, en },
  cancellable: false,
  maxAttempts: 5,
  queue: 'agency-credit',
  run,
});

/** What signals of supervision are in the words of credit: the others are abnormal filings, null counts for nothing. */
const SIGNAL_SORTS: Readonly<Record<string, string | null>> = {
  'person-at-two-agencies': 'two-agencies',
  'social-security-elsewhere': 'two-agencies',
  'unlicensed-filing': 'unlicensed-filing',
  'filing-after-period': 'unlicensed-filing',
  // A rate is a hint for a check, not an act of the agency.
  'agency-withdrawal-rate': null,
  'agency-refusal-rate': null,
};

export interface SignalTold {
  readonly signalId: string;
  readonly kind: string;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly personName?: string | null;
  readonly on: string;
  readonly text: string;
}

async function noteSignal(ctx: Ctx, told: SignalTold): Promise<void> {
  const { signalId, agencyId, on, text } = told;
  const sort = SIGNAL_SORTS[told.kind] === undefined ? 'abnormal-filing' : SIGNAL_SORTS[told.kind];
  if (agencyId === null || sort === null || sort === undefined) return;
  const card = (await findAgencies(ctx, [agencyId])).get(agencyId);
  if (card === undefined) return;
  const base = {
    agencyId: card.id,
    sort,
    on,
    documentNo: null,
    authority: ctx.services.district.name,
    text,
  };
  const events: ForeignEvent[] = [
    { ...base, subjectType: 'agency', subjectId: card.id, subjectLabel: card.name, originKey: signalId },
  ];
  if (told.personId !== null)
    events.push({
      ...base,
      subjectType: 'person',
      subjectId: told.personId,
      subjectLabel: told.personName ?? '姓名未知',
      originKey: `${signalId}/person`,
    });
  await takeIn(ctx, 'signal', { events });
}

async function dropSignal(ctx: Ctx, { signalId }: { readonly signalId: string }): Promise<void> {
  const known = await listOriginKeys(ctx.db, ctx.district, 'signal', undefined);
  const gone = known.filter(({ origin_key }) => origin_key === signalId || origin_key === `${signalId}/person`);
  if (gone.length > 0) await takeIn(ctx, 'signal', { events: [], gone });
}

export interface DisciplineTold {
  readonly penaltyId: string;
  readonly agencyId: string;
  readonly text: string;
  readonly on: string;
  readonly documentNo: string | null;
}

async function noteDiscipline(ctx: Ctx, told: DisciplineTold): Promise<void> {
  const card = (await findAgencies(ctx, [told.agencyId])).get(told.agencyId);
  if (card === undefined) return;
  await takeIn(ctx, 'association', {
    events: [
      {
        subjectType: 'agency',
        subjectId: card.id,
        subjectLabel: card.name,
        agencyId: card.id,
        sort: refineCreditSort('association-discipline', told.text),
        on: told.on,
        documentNo: told.documentNo,
        authority: '行业协会',
        text: told.text,
        originKey: told.penaltyId,
      },
    ],
  });
}

/** What the association took back counts no more from that day on. */
async function endDiscipline(
  ctx: Ctx,
  told: { readonly penaltyId: string; readonly on: string; readonly reason: string },
): Promise<void> {
  const known = await listOriginKeys(ctx.db, ctx.district, 'association', undefined);
  const event = known.find((one) => one.origin_key === told.penaltyId);
  if (event === undefined) return;
  await inTransaction(ctx, async (tx) => {
    await takeAuditTurn(tx, ctx);
    await revokeEvent(tx, ctx.district, event.id, { on: told.on, basis: `行业协会撤回：${told.reason}`.slice(0, 300) });
    await refreshStandings(tx, ctx, [event.subject_id]);
    await writeAudit(tx, ctx, {
      action: 'agency-credit.event.revoke',
      subject: { kind: 'credit-event', id: event.id, label: told.penaltyId },
      details: { on: told.on },
    });
  });
}

/** Jobs that take in what other modules say counts. */
export const creditTasks: readonly JobTask[] = [
  task(GROUNDS_TASK, '接收登记中的信用信息', 'Take in grounds of the register', ((
    ctx: Ctx,
    payload: { agencyIds?: readonly string[] },
  ) =>
    // Nobody named stands for everybody: annual reports and lists of all agencies.
    syncGrounds(ctx, payload.agencyIds?.length ? payload.agencyIds : undefined)) as JobTask['run']),
  task(AGENCY_TASK, '按机构变更重算信用', 'Follow changes of agencies', ((ctx: Ctx, payload: { agencyId?: string }) =>
    syncGrounds(ctx, payload.agencyId === undefined ? undefined : [payload.agencyId])) as JobTask['run']),
  task(SIGNAL_TASK, '接收已确认的监管信号', 'Take in confirmed signals', noteSignal as JobTask['run']),
  task(SIGNAL_GONE_TASK, '撤回监管信号', 'Take back signals', dropSignal as JobTask['run']),
  task(DISCIPLINE_TASK, '接收行业惩戒', 'Take in discipline of the association', noteDiscipline as JobTask['run']),
  task(
    DISCIPLINE_GONE_TASK,
    '撤回行业惩戒',
    'Take back discipline of the association',
    endDiscipline as JobTask['run'],
  ),
  writeNoticesTask,
];
