import { lawNumber } from '@jince/law';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type {
  ActionEffect,
  ActionStep,
  ClockDefinition,
  ProcedureDefinition,
  ProcedureFile,
} from '../../../platform/procedures/index.ts';
import { ADJUDICATION_HANDLE, ADJUDICATION_READ, CASE_APPROVE } from '../cases.catalogue.ts';
import { entryDay } from '../domain/dated-entry.ts';
import { actionFields } from '../procedure/action-fields.ts';
import { adjudicationPapers } from './adjudication-papers.ts';
import { findAdjudication } from './adjudication-repository.ts';

export const ADJUDICATION = 'cases.adjudication';

const both = (zh: string, en: string) => ({ zh, en });
const text = (zh: string, en: string) =>
  z
    .string()
    .trim()
    .min(2)
    .max(4000)
    .meta({ label: both(zh, en) });

const RULES = {
  acceptance: ['adjudication.acceptance', both('立案期限', 'Acceptance')],
  service: ['adjudication.service', both('送达请求书副本', 'Service of the request')],
  defence: ['adjudication.defence', both('答辩期限', 'Answer of the respondent')],
  'forward-defence': ['adjudication.forward-defence', both('转送答辩书', 'Forwarding of the answer')],
  conclusion: ['adjudication.conclusion', both('结案期限', 'Conclusion')],
  suit: ['adjudication.suit', both('起诉期限', 'Suit')],
} as const;

/** How a request ends that was taken on. */
export const outcomes = {
  decided: both('作出裁决', 'Decided'),
  mediated: both('达成调解协议', 'Settled by mediation'),
  withdrawn: both('请求人撤案', 'Withdrawn'),
} as const;

const DEFENCE_ABROAD = 'adjudication.defence-abroad';

const clocks = Object.entries(RULES).map(
  ([clock, [rule, label]]): ClockDefinition => ({
    clock,
    label,
    ...(clock === 'defence' ? { rules: [rule, DEFENCE_ABROAD] } : {}),
    rule:
      clock === 'defence'
        ? async (ctx: Ctx, file: ProcedureFile) =>
            (await findAdjudication(ctx.db, ctx.district, file.id))?.respondent_abroad === true ? DEFENCE_ABROAD : rule
        : rule,
  }),
);

async function set({ tx, ctx, file }: ActionStep, column: string, value: unknown): Promise<void> {
  await sql`update cases.adjudication set ${sql.id(column)} = ${value} where district = ${ctx.district} and id = ${file.id}`.execute(
    tx,
  );
}

const dayOf = ({ ctx, fields }: ActionStep) =>
  entryDay(ctx, fields as { on?: string | null; backDatedReason?: string | null });

/** A district without the power to adjudicate takes the request and hands it on. */
async function competent(ctx: Ctx): Promise<AppError | undefined> {
  const { adjudication } = ctx.services.jurisdiction.caseSettings;
  return adjudication.ownCompetence
    ? undefined
    : new AppError('cases.adjudication.not-competent', { text: adjudication.text, article: adjudication.article });
}

async function complete(ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> {
  const { adjudication } = ctx.services.jurisdiction.caseSettings;
  const row = await findAdjudication(ctx.db, ctx.district, file.id);
  const missing = adjudication.materials.filter((one) => one.required && row?.materials.includes(one.code) !== true);
  return missing.length === 0
    ? undefined
    : new AppError('cases.adjudication.missing', {
        missing: missing.map(({ label }) => label).join('、'),
        article: '专利纠纷行政裁决和调解办法(总局令第81号)第14条',
      });
}

async function handOn(step: ActionStep): Promise<ActionEffect> {
  const { handTo } = step.ctx.services.jurisdiction.caseSettings.adjudication;
  const { on } = dayOf(step);
  await set(step, 'handed_on', on);
  await set(step, 'handed_to', handTo);
  return { on, record: { handedTo: handTo } };
}

/** The names of a panel: an odd number, not fewer than the law wants, each once. @throws AppError cases.adjudication.panel */
function panelOf({ ctx, fields }: ActionStep): string[] {
  const names = String(fields.panel)
    .split(/[、,，;；\s]+/)
    .filter((name) => name !== '');
  const { value: least, article } = lawNumber('adjudication.panel.least', ctx.today);
  if (names.length < least || names.length % 2 === 0 || new Set(names).size !== names.length)
    throw new AppError('cases.adjudication.panel', { least, article });
  return names;
}

async function accept(step: ActionStep): Promise<ActionEffect> {
  const { on } = dayOf(step);
  await set(step, 'panel', JSON.stringify(panelOf(step)));
  await set(step, 'accepted_on', on);
  return { on };
}

async function conclude(step: ActionStep): Promise<ActionEffect> {
  const { on } = dayOf(step);
  await set(step, 'concluded_on', on);
  const { kind, outcome } = step.fields;
  await set(step, 'outcome', JSON.stringify({ kind, text: outcome }));
  // Only a decision can be sued against; an agreement and a withdrawal end the dispute.
  return { on, clocks: kind === 'decided' ? [{ clock: 'suit', event: { type: 'start', on } }] : [] };
}

const own = { permission: ADJUDICATION_HANDLE };
const dated = async (step: ActionStep): Promise<ActionEffect> => ({ on: dayOf(step).on });
const UNDER_WAY = ['accepted', 'suspended'];

/** A request to adjudicate a dispute over a patent (总局令第81号). */
export const adjudicationProcedure: ProcedureDefinition = {
  procedure: ADJUDICATION,
  label: both('专利侵权纠纷行政裁决', 'Adjudication of a patent dispute'),
  prefix: 'CJ',
  initial: 'received',
  states: {
    received: { label: both('收到请求', 'Received'), standing: 'draft' },
    accepted: { label: both('立案', 'Accepted'), standing: 'open' },
    suspended: { label: both('中止', 'Suspended'), standing: 'waiting' },
    concluded: { label: both('结案', 'Concluded'), standing: 'done' },
    handed: { label: both('已移送市局', 'Handed to the city'), standing: 'refused' },
    refused: { label: both('不予受理', 'Not accepted'), standing: 'refused' },
    withdrawn: { label: both('已撤回', 'Withdrawn'), standing: 'withdrawn' },
  },
  clocks,
  documents: [
    { kind: 'request', label: both('请求书和证据', 'Request and evidence') },
    { kind: 'answer', label: both('答辩材料', 'Answer') },
    { kind: 'decision', label: both('裁决书、通知书', 'Decision') },
  ],
  templates: adjudicationPapers,
  readPermission: ADJUDICATION_READ,
  href: (file) => `/protection/adjudications/${file.id}`,
  actions: [
    {
      action: 'hand-on',
      label: both('移送市局办理', 'Hand to the city'),
      from: ['received'],
      to: 'handed',
      ...own,
      fields: actionFields.reason,
      stops: ['acceptance'],
      confirm: both('本区没有裁决权时移送市局。确定移送？', 'Hand the request to the city?'),
    },
    {
      action: 'extend-acceptance',
      label: both('延长立案审查', 'More time to accept'),
      from: ['received'],
      to: 'received',
      permission: CASE_APPROVE,
      fields: actionFields.reason,
    },
    {
      action: 'accept',
      label: both('立案', 'Accept'),
      from: ['received'],
      to: 'accepted',
      ...own,
      fields: actionFields.reason.extend({ panel: text('合议组成员，以顿号分开', 'Members of the panel') }),
      stops: ['acceptance'],
      starts: ['service', 'conclusion'],
    },
    {
      action: 'refuse',
      label: both('不予受理', 'Do not accept'),
      from: ['received'],
      to: 'refused',
      ...own,
      fields: actionFields.reason,
      stops: ['acceptance'],
    },
    {
      action: 'serve-request',
      label: both('送达请求书副本', 'Serve the request'),
      from: ['accepted'],
      to: 'accepted',
      ...own,
      fields: actionFields.service,
      stops: ['service'],
      starts: ['defence'],
    },
    {
      action: 'receive-defence',
      label: both('收到答辩书', 'The answer came in'),
      from: ['accepted'],
      to: 'accepted',
      ...own,
      fields: actionFields.reason,
      stops: ['defence'],
      starts: ['forward-defence'],
    },
    {
      action: 'forward-defence',
      label: both('转送答辩书', 'Forward the answer'),
      from: ['accepted'],
      to: 'accepted',
      ...own,
      fields: actionFields.reason,
      stops: ['forward-defence'],
    },
    {
      action: 'suspend',
      label: both('中止', 'Suspend'),
      from: ['accepted'],
      to: 'suspended',
      permission: CASE_APPROVE,
      fields: actionFields.reason,
      suspends: [{ clock: 'conclusion', cause: 'suspended' }],
    },
    {
      action: 'resume',
      label: both('恢复', 'Resume'),
      from: ['suspended'],
      to: 'accepted',
      permission: CASE_APPROVE,
      fields: actionFields.reason,
      resumes: ['conclusion'],
    },
    {
      action: 'extend',
      label: both('批准延长一个月', 'Grant a month more'),
      from: ['accepted'],
      to: 'accepted',
      permission: CASE_APPROVE,
      fields: actionFields.reason,
    },
    {
      action: 'conclude',
      label: both('作出裁决、调解或者撤案', 'Conclude'),
      from: ['accepted'],
      to: 'concluded',
      permission: CASE_APPROVE,
      fields: actionFields.reason.extend({
        kind: z.enum(['decided', 'mediated', 'withdrawn']).meta({
          label: both('结案方式', 'How it ended'),
          choices: Object.fromEntries(Object.entries(outcomes)),
        }),
        outcome: text('裁决、调解书内容或者撤案情况', 'What was decided or agreed'),
      }),
      stops: ['conclusion', 'service', 'defence', 'forward-defence'],
    },
    {
      action: 'withdraw',
      label: both('请求人撤回', 'Withdrawn'),
      from: ['received', ...UNDER_WAY],
      to: 'withdrawn',
      ...own,
      fields: actionFields.reason,
      stops: ['acceptance', 'conclusion', 'service', 'defence', 'forward-defence'],
    },
  ],
  guards: {
    accept: async (ctx, file) => (await competent(ctx)) ?? (await complete(ctx, file)),
  },
  steps: {
    'hand-on': handOn,
    accept,
    refuse: dated,
    'serve-request': dated,
    'receive-defence': dated,
    'forward-defence': dated,
    suspend: dated,
    resume: dated,
    conclude,
    withdraw: dated,
    extend: async (step) => ({
      clocks: [{ clock: 'conclusion', event: { type: 'extend', extension: 'first', on: dayOf(step).on } }],
    }),
    'extend-acceptance': async (step) => ({
      clocks: [{ clock: 'acceptance', event: { type: 'extend', extension: 'first', on: dayOf(step).on } }],
    }),
  },
};
