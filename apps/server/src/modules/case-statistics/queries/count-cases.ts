import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { behaviours, statisticsForm } from '@jince/law';
import { type Ctx, scopeFor, systemActor } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { type CaseOutcome, findCases, listCaseOutcomes } from '../../cases/index.ts';
import { FORM_READ } from '../case-statistics.catalogue.ts';
import { articlesOf, countForm, type Finding, findingsOf, isInForm, SUM_ROW, valuesOf } from '../domain/form.ts';
import { type Period, periodOf } from '../domain/period.ts';

export type Question = ParsedInput<(typeof routes)['getCaseStatistics']>['query'];
export type Form = RouteOutput<(typeof routes)['getCaseStatistics']>;

/** Whose figures: of the whole office for who reads statistics of the district, else of the cases in one's own reach. */
const reader = (ctx: Ctx): Ctx => (scopeFor(ctx, FORM_READ).kind === 'district' ? { ...ctx, actor: systemActor } : ctx);

async function load(ctx: Ctx, question: Question): Promise<{ period: Period; cases: readonly CaseOutcome[] }> {
  const period = periodOf(question, ctx.today);
  const { by, organisation } = question;
  const cases = await listCaseOutcomes(reader(ctx), { from: period.from, to: period.to, by, organisation });
  return { period, cases };
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

const PROBLEMS: Readonly<Record<Finding['problem'], Bilingual>> = {
  'no-behaviour': both('没有填写违法行为，未计入任何一行', 'No behaviour is given: it is in no row'),
  'not-counted': both('撤销或移送其他部门的案件，不计入本表', 'Cancelled or handed to another department: not counted'),
  'fine-without-penalty': both('不是处罚决定，却有罚没金额', 'A fine without a decision of penalty'),
  'fine-without-amount': both('有罚款，没有案值', 'A fine without a business amount'),
  'foreign-loss': both('有挽回涉外企业损失，未标为涉外案件', 'Foreign losses, but not marked as foreign-related'),
  'foreign-more': both('挽回涉外企业损失多于挽回经济损失', 'Foreign losses exceed all losses recovered'),
  'transfer-without-amount': both('移送司法机关，没有案值', 'Handed to justice without a business amount'),
  'penalty-of-nothing': both(
    '普通程序的处罚决定没有罚款和没收金额，请核对是否仅警告',
    'A penalty without fine or confiscation',
  ),
};

const DAYS: Readonly<Record<Question['by'], Bilingual>> = {
  decided: both('按作出处理决定日期（调解结案的按结案日期）', 'By day of decision, or of the end by mediation'),
  filed: both('按立案日期', 'By day of opening'),
  closed: both('按结案日期', 'By day of closing'),
};

const labelOf = (row: number): Bilingual =>
  row === SUM_ROW ? both('合计', 'Total') : (behaviours.find((one) => one.row === row)?.label ?? both('', ''));

async function checksOf(ctx: Ctx, cases: readonly CaseOutcome[]): Promise<Form['checks']> {
  const odd = cases.flatMap((one) => findingsOf(one).map((finding) => ({ one, finding })));
  const known = await findCases(
    ctx,
    odd.map(({ one }) => one.caseId),
  );
  return odd.map(({ one, finding }) => ({
    caseId: one.caseId,
    number: one.number,
    href: known.has(one.caseId) ? `/protection/cases/${one.caseId}` : null,
    row: one.behaviourRow,
    problem: finding.problem,
    text: PROBLEMS[finding.problem][ctx.language],
    left: finding.left,
  }));
}

/** The form of a period. */
export async function getCaseStatistics(ctx: Ctx, question: Question): Promise<Form> {
  const { period, cases } = await load(ctx, question);
  const { language, services } = ctx;
  const form = countForm(cases);
  const name = (code: string) => services.places.organisationName(code) ?? code;
  return {
    from: period.from,
    to: period.to,
    period: period.label[language],
    by: DAYS[question.by][language],
    organisation: question.organisation === undefined ? null : name(question.organisation),
    title: statisticsForm.form[language],
    columns: statisticsForm.columns.map(({ column, label, unit }) => ({
      column: column as Form['columns'][number]['column'],
      label: label[language],
      unit,
    })),
    rows: form.rows.map(({ row, values }) => {
      const group = behaviours.find((one) => one.row === row)?.group ?? null;
      return {
        row,
        group,
        groupLabel: statisticsForm.groups.find((one) => one.group === group)?.label[language] ?? null,
        label: labelOf(row)[language],
        articles: articlesOf(row, period.from, period.to),
        values,
      };
    }),
    proof: { cases: form.cases, equal: form.equal },
    checks: await checksOf(ctx, cases),
    note:
      language === 'zh'
        ? `统计口径：处罚、不予处罚、移送司法机关和立案后调解结案的案件计入，撤销和移送其他部门的不计入（待核：${statisticsForm.countedVerify ?? ''}）；金额先按分合计再折算万元。`
        : 'Counted: penalties, decisions without penalty, cases handed to justice and cases ended by mediation once opened. Money is summed in fen, then shown in ten thousand yuan.',
    organisations: services.jurisdiction.bodies
      .filter(
        (body) => body.kind === 'branch' || body.code === services.jurisdiction.complaintSettings.defaultOrganisation,
      )
      .map((body) => ({ code: body.code, label: body.name })),
  };
}

type Cell = RouteOutput<(typeof routes)['listStatisticCases']>;

/** The cases behind a cell: those that add to it. */
export async function listStatisticCases(
  ctx: Ctx,
  asked: ParsedInput<(typeof routes)['listStatisticCases']>['query'],
): Promise<Cell> {
  const { cases } = await load(ctx, asked);
  const column = statisticsForm.columns.find((one) => one.column === asked.column);
  const chosen = cases
    .filter(isInForm)
    .filter((one) => asked.row === SUM_ROW || one.behaviourRow === asked.row)
    .map((one) => ({ one, values: valuesOf(one) }))
    .filter(({ values }) => values[asked.column] > 0);
  const known = await findCases(
    ctx,
    chosen.map(({ one }) => one.caseId),
  );
  return {
    label: labelOf(asked.row)[ctx.language],
    columnLabel: column?.label[ctx.language] ?? asked.column,
    unit: column?.unit ?? 'case',
    total: chosen.reduce((sum, { values }) => sum + values[asked.column], 0),
    items: chosen.map(({ one, values }) => ({
      caseId: one.caseId,
      number: one.number,
      title: known.get(one.caseId)?.title ?? null,
      href: known.has(one.caseId) ? `/protection/cases/${one.caseId}` : null,
      organisation: ctx.services.places.organisationName(one.organisationCode) ?? one.organisationCode,
      row: one.behaviourRow,
      trackLabel: (one.track === 'general' ? both('普通程序', 'General') : both('简易程序', 'Summary'))[ctx.language],
      adds: values[asked.column],
      values,
    })),
  };
}
