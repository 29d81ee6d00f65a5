import { deadlineRules } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { OfficialValues } from '../../../platform/documents/official/index.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { type ProcedureFile, type ProcedureTemplate, takeNumber } from '../../../platform/procedures/index.ts';
import { listLog } from '../../../platform/procedures/repositories/file-repository.ts';
import { outcomes } from './adjudication-fields.ts';
import { type AdjudicationRow, findAdjudication, savePaperNumber } from './adjudication-repository.ts';
import { hearingTime } from './oral-hearing.ts';

const UNITS = { day: '日', 'working-day': '个工作日', month: '个月', year: '年' } as const;

/** A term of a clock of the law on a day, as papers say it: 15日. */
function termText(rule: string, on: string): string {
  const dated = deadlineRules()
    .get(rule)
    ?.terms.find(({ from, to }) => from <= on && (to === null || on <= to));
  return dated === undefined || typeof dated.term.count !== 'number'
    ? ''
    : `${dated.term.count}${UNITS[dated.term.unit]}`;
}

const HEARING_NOTICE = 'adjudication-hearing-notice';

interface Paper {
  readonly code: string;
  readonly label: Bilingual;
  readonly states: readonly string[];
  /** How the request must have ended. */
  readonly outcome?: keyof typeof outcomes;
}

const known = (values: Readonly<Record<string, string | null>>): OfficialValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));

/** What a paper tells of must have come to pass. @throws AppError cases.adjudication.no-hearing · cases.adjudication.other-outcome */
function requireFits({ hearing, outcome }: AdjudicationRow, { code, label, outcome: wanted }: Paper): void {
  if (code === HEARING_NOTICE && hearing === null) throw new AppError('cases.adjudication.no-hearing');
  if (wanted !== undefined && outcome?.kind !== undefined && outcome.kind !== wanted)
    throw new AppError('cases.adjudication.other-outcome', { paper: label.zh, outcome: outcomes[outcome.kind].zh });
}

/** The number a paper has when it is made again before the file moved on. */
const numberAt = ({ paper_numbers: numbers }: AdjudicationRow, { code, version }: { code: string; version: number }) =>
  numbers[code]?.version === version ? numbers[code].number : null;

/** The official number of a paper, without gaps in its series and year. */
async function takePaperNumber(tx: Tx, ctx: Ctx, { id, version }: ProcedureFile, code: string): Promise<string> {
  const row = await findAdjudication(tx, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  const before = numberAt(row, { code, version });
  if (before !== null) return before;
  const { caseSettings, casePapers } = ctx.services.jurisdiction;
  const year = Number(ctx.today.slice(0, 4));
  const series = caseSettings.adjudication.series[code] ?? '';
  const serial = await takeNumber(tx, ctx, `cases.adjudication.${series}`, year);
  const number = `${casePapers.numbering.prefix}${series}〔${year}〕${serial}号`;
  await savePaperNumber(tx, ctx.district, id, { code, number, version });
  return number;
}

/** What a paper of a request is filled with; what nobody has entered stays blank in it. @throws AppError 404 */
async function valuesOf(ctx: Ctx, file: ProcedureFile, of: Paper): Promise<OfficialValues> {
  const row = await findAdjudication(ctx.db, ctx.district, file.id);
  if (row === undefined) throw new AppError('platform.not-found');
  requireFits(row, of);
  const { adjudication } = ctx.services.jurisdiction.caseSettings;
  const { organ } = ctx.services.jurisdiction.casePapers;
  const named = (codes: (code: string, required: boolean) => boolean) =>
    adjudication.materials
      .filter(({ code, required }) => codes(code, required))
      .map(({ label }) => label)
      .join('、');
  const reason = (await listLog(ctx.db, ctx.district, file.id)).at(-1)?.fields.reason;
  return {
    ...known({
      documentNumber: numberAt(row, { code: of.code, version: file.version }),
      number: row.number,
      receivedOn: row.received_on,
      acceptedOn: row.accepted_on,
      handedOn: row.handed_on,
      handedTo: row.handed_to ?? adjudication.handTo,
      concludedOn: row.concluded_on,
      issuedOn: ctx.today,
      claims: row.claims,
      facts: row.facts,
      outcome: row.outcome?.text ?? null,
      panel: (row.panel ?? []).join('、'),
      competence: adjudication.text,
      materials: named((code) => row.materials.includes(code)),
      missing: named((code, required) => required && !row.materials.includes(code)),
      reason: typeof reason === 'string' ? reason : null,
    }),
    petitioner: known({ name: row.petitioner.name, address: row.petitioner.address }),
    respondent: known({ name: row.respondent.name, address: row.respondent.address }),
    patent: known({ number: row.patent_number, name: row.patent_name }),
    term: known({
      defence: termText(row.respondent_abroad ? 'adjudication.defence-abroad' : 'adjudication.defence', ctx.today),
      suit: termText('adjudication.suit', ctx.today),
      conclusion: termText('adjudication.conclusion', ctx.today),
    }),
    contact: known({ name: organ.contact, phone: organ.phone }),
    organ: known({ address: organ.address }),
    hearing: row.hearing === null ? {} : { when: hearingTime(row.hearing), place: row.hearing.place },
  };
}

const OPEN = ['accepted', 'suspended'];
const paper = (code: string, zh: string, en: string, offered: Pick<Paper, 'states' | 'outcome'>): ProcedureTemplate => {
  const of = { code: `adjudication-${code}`, label: { zh, en }, ...offered };
  return {
    code: of.code,
    label: of.label,
    kind: 'decision',
    states: of.states,
    values: (ctx, file) => valuesOf(ctx, file, of),
    number: (tx, ctx, file) => takePaperNumber(tx, ctx, file, of.code),
  };
};

/** Papers of a request to adjudicate, each offered where the file has come so far (总局令第81号). */
export const adjudicationPapers: readonly ProcedureTemplate[] = [
  paper('supplement', '行政裁决请求补正通知书', 'Request for missing papers', { states: ['received'] }),
  paper('acceptance', '行政裁决立案通知书', 'Notice of acceptance', { states: OPEN }),
  paper('refusal', '行政裁决请求不予受理通知书', 'Notice of refusal', { states: ['refused'] }),
  paper('hand-over', '行政裁决请求移送函', 'Letter that hands the request on', { states: ['received', 'handed'] }),
  paper('defence-notice', '行政裁决答辩通知书', 'Notice to the respondent', { states: OPEN }),
  paper('defence-forward', '答辩书转送通知书', 'Forwarding of the answer', { states: OPEN }),
  paper('hearing-notice', '口头审理通知书', 'Notice of the oral hearing', { states: OPEN }),
  paper('suspension', '行政裁决中止处理通知书', 'Notice of suspension', { states: ['suspended'] }),
  paper('decision', '专利侵权纠纷行政裁决书', 'Decision', { states: ['concluded'], outcome: 'decided' }),
  paper('mediation', '专利侵权纠纷行政调解书', 'Settlement', { states: ['concluded'], outcome: 'mediated' }),
  paper('withdrawal', '行政裁决案件撤销通知书', 'Notice of withdrawal', {
    states: ['withdrawn', 'concluded'],
    outcome: 'withdrawn',
  }),
];
