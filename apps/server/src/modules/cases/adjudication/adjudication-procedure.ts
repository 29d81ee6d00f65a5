import { lawNumber } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type {
  ActionEffect,
  ActionStep,
  ClockDefinition,
  ProcedureDefinition,
  ProcedureFile,
} from '../../../platform/procedures/index.ts';
import { ADJUDICATION_READ } from '../cases.catalogue.ts';
import { entryDay } from '../domain/dated-entry.ts';
import { adjudicationActions } from './adjudication-actions.ts';
import { adjudicationPapers } from './adjudication-papers.ts';
import { findAdjudication } from './adjudication-repository.ts';
import type { OralHearing } from './oral-hearing.ts';

export const ADJUDICATION = 'cases.adjudication';

const both = (zh: string, en: string) => ({ zh, en });
const RULES = {
  acceptance: ['adjudication.acceptance', both('立案期限', 'Acceptance')],
  service: ['adjudication.service', both('送达请求书副本', 'Service of the request')],
  defence: ['adjudication.defence', both('答辩期限', 'Answer of the respondent')],
  'forward-defence': ['adjudication.forward-defence', both('转送答辩书', 'Forwarding of the answer')],
  conclusion: ['adjudication.conclusion', both('结案期限', 'Conclusion')],
  suit: ['adjudication.suit', both('起诉期限', 'Suit')],
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

/** @throws AppError cases.adjudication.hearing-past */
async function setHearing(step: ActionStep): Promise<undefined> {
  const { heldOn, heldAt, place } = step.fields as unknown as OralHearing;
  if (heldOn < step.ctx.today) throw new AppError('cases.adjudication.hearing-past', { on: heldOn });
  await set(step, 'hearing', JSON.stringify({ heldOn, heldAt, place }));
  return undefined;
}

/** @throws AppError cases.adjudication.before-acceptance */
async function excludeDays({ ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const { cause, from, to } = fields as { cause: string; from: string; to: string };
  const acceptedOn = (await findAdjudication(ctx.db, ctx.district, file.id))?.accepted_on ?? null;
  if (acceptedOn !== null && from < acceptedOn)
    throw new AppError('cases.adjudication.before-acceptance', { on: from, acceptedOn });
  return { clocks: [{ clock: 'conclusion', event: { type: 'exclude', cause, from, to } }] };
}

const dated = async (step: ActionStep): Promise<ActionEffect> => ({ on: dayOf(step).on });

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
  actions: adjudicationActions,
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
    'extend-again': async (step) => ({
      clocks: [{ clock: 'conclusion', event: { type: 'extend', extension: 'second', on: dayOf(step).on } }],
    }),
    'set-hearing': setHearing,
    'exclude-days': excludeDays,
    'extend-acceptance': async (step) => ({
      clocks: [{ clock: 'acceptance', event: { type: 'extend', extension: 'first', on: dayOf(step).on } }],
    }),
  },
};
