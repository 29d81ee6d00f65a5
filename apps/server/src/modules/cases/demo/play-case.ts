import { addDays } from '@jince/calendar';
import type { CaseRecord } from '@jince/contract';
import { onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { saveCaseFacts } from '../commands/save-case-facts.ts';
import { saveCaseGoods } from '../commands/save-case-goods.ts';
import { saveCaseOfficers } from '../commands/save-case-officers.ts';
import { getCase } from '../queries/show-case.ts';
import type { DemoCase, DemoStage } from './demo-case.ts';

export interface Cast {
  readonly officer: Actor;
  readonly branch: Actor;
  readonly head: Actor;
  readonly legal: Actor;
  readonly director: Actor;
  readonly city: readonly string[];
  readonly ofBranch: readonly string[];
  readonly lapsed: string | null;
}
type Role = 'officer' | 'legal' | 'director';

interface Step {
  /** Days after the clue. */
  readonly after: number;
  readonly who: Role;
  readonly action: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Stages in which a case stands once this is done. */
  readonly reaches: DemoStage;
}

const fen = (yuan: number | undefined) => Math.round((yuan ?? 0) * 100);
const SERVICE = { mode: 'direct', receiver: '负责人（虚构）', backDatedReason: null };
const FILING = {
  evidence: true,
  punishable: true,
  competent: true,
  inTime: true,
  opinion: '有初步证据证明存在违法行为（演示）',
};

function wayOf(one: DemoCase, service: { notice: string; decision: string }): readonly Step[] {
  const fineFen = fen(one.fineYuan);
  const hearing = fineFen >= 10_000_000;
  return [
    { after: 1, who: 'officer', action: 'verify', reaches: 'verifying' },
    { after: 5, who: 'officer', action: 'propose', fields: FILING, reaches: 'verifying' },
    { after: 7, who: 'director', action: 'file', fields: {}, reaches: 'filed' },
    { after: 10, who: 'officer', action: 'begin', reaches: 'investigating' },
    {
      after: 30,
      who: 'officer',
      action: 'report',
      fields: {
        facts: `${one.text}（演示）`,
        opinion: '建议给予行政处罚（演示）',
        decisionKind: 'penalty',
        fineFen,
        complex: hearing,
      },
      reaches: 'report',
    },
    { after: 31, who: 'officer', action: 'submit-review', reaches: 'review' },
    {
      after: 36,
      who: 'legal',
      action: 'review',
      fields: { kind: hearing ? 'legal-review' : 'review', opinion: 'agree', text: '事实清楚，程序合法（演示）' },
      reaches: 'notified',
    },
    {
      after: 38,
      who: 'officer',
      action: 'notify',
      fields: { fineFen, hearing: true, reasons: '告知拟处罚的事实、理由和依据（演示）' },
      reaches: 'notified',
    },
    {
      after: 39,
      who: 'officer',
      action: 'serve-notice',
      fields: { ...SERVICE, on: service.notice },
      reaches: 'notified',
    },
    ...(one.stage === 'hearing'
      ? [
          {
            after: 42,
            who: 'officer',
            action: 'request-hearing',
            fields: { by: '当事人（虚构）' },
            reaches: 'hearing',
          } as const,
        ]
      : [
          {
            after: 42,
            who: 'officer',
            action: 'waive',
            fields: { reason: '当事人书面表示放弃陈述申辩（演示）' },
            reaches: 'deciding',
          } as const,
        ]),
    {
      after: 44,
      who: 'director',
      action: 'discuss',
      fields: { participants: '局领导（虚构）', opinion: '同意处罚建议' },
      reaches: 'decided',
    },
    {
      after: 45,
      who: 'director',
      action: 'decide',
      fields: { kind: 'penalty', fineFen, warning: fineFen === 0, reasons: '综合违法情节裁量（演示）' },
      reaches: 'decided',
    },
    { after: 47, who: 'officer', action: 'serve', fields: { ...SERVICE, on: service.decision }, reaches: 'served' },
    { after: 48, who: 'officer', action: 'execute', reaches: 'executing' },
    ...(fineFen > 0
      ? [
          {
            after: 55,
            who: 'officer',
            action: 'record-payment',
            fields: { kind: 'fine', paidFen: fineFen, voucher: '演示票据' },
            reaches: 'published',
          } as const,
        ]
      : []),
    { after: 60, who: 'officer', action: 'publish', fields: { address: '公示平台（演示）' }, reaches: 'published' },
    { after: 70, who: 'director', action: 'close', fields: { summary: '处罚决定执行完毕（演示）' }, reaches: 'closed' },
    { after: 80, who: 'officer', action: 'archive', reaches: 'archived' },
  ];
}

const ORDER: readonly DemoStage[] = [
  'clue',
  'verifying',
  'filed',
  'investigating',
  'report',
  'review',
  'notified',
  'hearing',
  'deciding',
  'decided',
  'served',
  'executing',
  'published',
  'closed',
  'archived',
];
/** Stages off the way: how far the case goes on it, and what then happens. */
const ASIDE: Partial<Record<DemoStage, { readonly upTo: DemoStage; readonly step: Step }>> = {
  'not-filed': {
    upTo: 'verifying',
    step: {
      after: 12,
      who: 'director',
      action: 'not-file',
      fields: { ground: 'minor', reason: '轻微并及时改正（演示）' },
      reaches: 'not-filed',
    },
  },
  suspended: {
    upTo: 'investigating',
    step: {
      after: 20,
      who: 'director',
      action: 'suspend',
      fields: { reason: '等待权利效力的裁定（演示）' },
      reaches: 'suspended',
    },
  },
  terminated: {
    upTo: 'investigating',
    step: {
      after: 40,
      who: 'director',
      action: 'terminate',
      fields: { reason: '当事人已注销，无承继人（演示）' },
      reaches: 'terminated',
    },
  },
  transferred: {
    upTo: 'investigating',
    step: {
      after: 25,
      who: 'director',
      action: 'decide-transfer',
      fields: { decision: 'transfer', reason: '非法经营数额达到追诉标准（演示）' },
      reaches: 'transferred',
    },
  },
  summary: {
    upTo: 'clue',
    step: {
      after: 1,
      who: 'officer',
      action: 'decide-on-spot',
      fields: { fineFen: 250_000, warning: false, reasons: '违法事实确凿（演示）', place: '经营场所' },
      reaches: 'summary',
    },
  },
};

function actorFor(cast: Cast, record: CaseRecord, role: Role): Actor {
  if (role !== 'officer') return cast[role];
  return record.card.organisationCode === cast.branch.grants[0]?.placeCode ? cast.branch : cast.officer;
}

async function fill(
  ctx: Ctx,
  cast: Cast,
  id: string,
  one: DemoCase,
  on: (after: number, actor: Actor) => Ctx,
): Promise<void> {
  const start = await getCase(ctx, id);
  const ofBranch = start.card.organisationCode === cast.branch.grants[0]?.placeCode;
  const pair = ofBranch ? cast.ofBranch : cast.city;
  const officers = one.lapsed === true && cast.lapsed !== null ? [pair[0] as string, cast.lapsed] : [...pair];
  const named = await saveCaseOfficers(on(1, cast.head), id, { revision: start.revision, officers, reason: null });
  const desk = on(2, actorFor(cast, start, 'officer'));
  const facts = await saveCaseFacts(desk, id, {
    revision: named.revision,
    title: start.card.title,
    text: start.text,
    behaviourRow: one.row,
    acts: {
      from: addDays(start.card.receivedOn, -200),
      to: addDays(start.card.receivedOn, -2),
      place: start.parties[0]?.address ?? null,
      text: one.text,
    },
    rights: start.rights.map(({ validOnAct: _known, ...right }) => right),
    circumstances: {
      ...start.circumstances,
      orderIgnored: one.row === 40,
      gainFen: one.gainYuan === undefined ? null : fen(one.gainYuan),
      foreign: one.foreign ?? false,
      electronic: one.electronic ?? false,
    },
  });
  if (one.goods === undefined) return;
  await saveCaseGoods(desk, id, {
    revision: facts.revision,
    cause: '现场清点和销售记录（演示）',
    goods: one.goods.map(([name, quantity, yuan, basis, sold]) => ({
      name,
      spec: null,
      unit: '件',
      quantity,
      sold,
      priceFen: fen(yuan),
      basis,
      note: null,
    })),
  });
}

/** Takes an invented case to its stage, day by day, by the hands that may. */
export async function playCase(ctx: Ctx, cast: Cast, id: string, one: DemoCase): Promise<void> {
  const start = addDays(ctx.today, -one.daysAgo);
  const on = (after: number, actor: Actor) => onDemoDay(ctx, addDays(start, after), actor);
  const aside = ASIDE[one.stage];
  const upTo = aside?.upTo ?? one.stage;
  if (one.stage !== 'clue') await fill(ctx, cast, id, one, on);
  const record = await getCase(ctx, id);
  const service = { notice: on(39, cast.officer).today, decision: on(47, cast.officer).today };
  const steps = wayOf(one, service).filter(({ reaches }) => ORDER.indexOf(reaches) <= ORDER.indexOf(upTo));
  for (const { after, who, action, fields } of [...steps, ...(aside === undefined ? [] : [aside.step])]) {
    const then = on(after, actorFor(cast, record, who));
    await inTransaction(then, (tx) =>
      performAction(tx, then, id, action, fields === undefined ? {} : { fields: { ...fields } }),
    );
  }
}
