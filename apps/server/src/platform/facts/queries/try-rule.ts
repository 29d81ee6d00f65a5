import { performance } from 'node:perf_hooks';
import type { factRoutes } from '@jince/contract';
import { describeRule, type FactSpec, type Rule } from '@jince/rules';
import type { z } from 'zod';
import type { Ctx } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import type { FileAnswer } from '../../module.ts';
import { answerWorkbook } from '../../workbook/answer-workbook.ts';
import { countConditions } from '../count-conditions.ts';
import { diffRules } from '../diff-rules.ts';
import { explainSubject } from '../explain-subject.ts';
import { subjectEntry } from '../fact-source.ts';
import { shownNumber, shownUnit } from '../fact-words.ts';
import { assertSubject, requireRule } from '../require-rule.ts';
import { parseRuleFor } from '../rules.ts';
import { type SelectedSubject, type SelectRequest, selectSubjects } from '../select-subjects.ts';
import { type SubjectRow, toSubjectRows, townPath } from './subject-rows.ts';

type Body<K extends keyof typeof factRoutes> = (typeof factRoutes)[K] extends { body: infer B extends z.ZodType }
  ? z.output<B>
  : never;

/** Facts shown beside each row: those the rule names found. */
const SHOWN = 8;
const BATCH = 2000;
const EVERYTHING = 10_000_000;

function sentences(ctx: Ctx, rule: Rule) {
  return {
    sentence: describeRule(rule)[ctx.language],
    conditions: rule.conditions.map((one) => ({ sentence: one[ctx.language], from: one.from, to: one.to })),
  };
}

/** Reads a rule without asking the database anything: for every stroke of a key. */
export async function checkRule(ctx: Ctx, { subject, text, expect }: Body<'checkRule'>) {
  assertSubject(ctx, subject);
  const parsed = parseRuleFor(ctx, subject, text, expect);
  if (!parsed.ok) {
    const problems = parsed.problems.map((problem) => ({
      code: problem.code,
      from: problem.from,
      to: problem.to,
      text: problem[ctx.language],
      suggestion: problem.suggestion ?? null,
    }));
    return { ok: false, problems, sentence: null, conditions: [], facts: [] };
  }
  const { catalogue } = ctx.services.facts;
  const used = catalogue.facts.filter((spec) => parsed.rule.facts.includes(spec.name));
  return {
    ok: true,
    problems: [],
    ...sentences(ctx, parsed.rule),
    facts: used.map((spec) => ({ name: spec.name, label: spec.label[ctx.language], unit: shownUnit(ctx, spec) })),
  };
}

function columnsOf(ctx: Ctx, subject: string, rule: Rule): FactSpec[] {
  const { facts } = subjectEntry(ctx, subject);
  const paths = rule.facts.flatMap((name) => (name.startsWith(`${subject}.`) ? [name.slice(subject.length + 1)] : []));
  return paths.flatMap((path) => facts.get(path)?.spec ?? []).slice(0, SHOWN);
}

function sortOf(ctx: Ctx, subject: string, sort: string | undefined): SelectRequest['sort'] {
  if (sort === undefined) return undefined;
  const path = sort.replace(/^-/, '');
  const spec = subjectEntry(ctx, subject).facts.get(path)?.spec;
  if (spec === undefined || spec.type === 'list') throw new AppError('facts.fact.no-order', { name: path });
  return { path, descending: sort.startsWith('-') };
}

interface Prepared {
  readonly rule: Rule;
  readonly columns: readonly FactSpec[];
  readonly request: Omit<SelectRequest, 'page' | 'pageSize'>;
}

function prepare(ctx: Ctx, body: Body<'exportRule'>): Prepared {
  const { subject, text, outcome, asOf } = body;
  const rule = requireRule(ctx, subject, text);
  const columns = columnsOf(ctx, subject, rule);
  const town = townPath(ctx, subject);
  const paths = [...columns.map((spec) => spec.path), ...(town === undefined ? [] : [town])];
  const sort = sortOf(ctx, subject, body.sort);
  return { rule, columns, request: { subject, rule, outcome, asOf, sort, columns: [...new Set(paths)] } };
}

/** Rows of the subjects a rule holds for, with how many satisfy each of its conditions. */
export async function queryRule(ctx: Ctx, body: Body<'queryRule'>) {
  const started = performance.now();
  const { rule, columns, request } = prepare(ctx, body);
  const { page, pageSize, subject } = body;
  const [found, counted] = await Promise.all([
    selectSubjects(ctx, { ...request, page, pageSize }),
    countConditions(ctx, { subject, rule, asOf: body.asOf }),
  ]);
  const { sentence, conditions } = sentences(ctx, rule);
  return {
    items: await toSubjectRows(ctx, subject, found.rows, columns),
    total: found.total,
    page,
    pageSize,
    outcomes: found.outcomes,
    sentence,
    conditions: conditions.map((condition, at) => ({
      ...condition,
      outcomes: counted.conditions[at] ?? { true: 0, false: 0, unknown: 0 },
    })),
    columns: columns.map((spec) => ({
      path: spec.path,
      label: spec.label[ctx.language],
      unit: shownUnit(ctx, spec),
      numeric: spec.type === 'number',
    })),
    freshness: found.freshness,
    tookMs: Math.round(performance.now() - started),
  };
}

/** Numbers as numbers, so that a sheet can add them up. */
function cellsOf(facts: SelectedSubject['facts'], row: SubjectRow, columns: readonly FactSpec[]): (string | number)[] {
  return columns.map((spec, at) => {
    const value = facts[spec.path];
    return typeof value === 'number' ? shownNumber(spec, value) : (row.facts[at]?.value ?? '');
  });
}

/** Exactly the rows the query gives, all of them, with the rule and its sentence above. */
export async function exportRule(ctx: Ctx, body: Body<'exportRule'>): Promise<FileAnswer> {
  const { rule, columns, request } = prepare(ctx, body);
  const { subject } = subjectEntry(ctx, body.subject);
  const found = await selectSubjects(ctx, { ...request, page: 1, pageSize: EVERYTHING });
  async function* batches() {
    for (let at = 0; at < found.rows.length; at += BATCH) {
      const part = found.rows.slice(at, at + BATCH);
      const shown = await toSubjectRows(ctx, body.subject, part, columns);
      yield shown.map((row, n) => [row.label, row.town ?? '', ...cellsOf(part[n]?.facts ?? {}, row, columns)]);
    }
  }
  const headers = columns.map((spec) => {
    const unit = shownUnit(ctx, spec);
    return unit === null ? spec.label[ctx.language] : `${spec.label[ctx.language]}（${unit}）`;
  });
  return answerWorkbook({
    fileName: `规则试算-${subject.label.zh}-${found.freshness.asOf}`,
    sheet: subject.label.zh,
    heading: [
      `${ctx.services.district.name}${subject.label.zh}`,
      `规则：${rule.text}`,
      describeRule(rule).zh,
      `统计日 ${found.freshness.asOf}，导出于 ${ctx.today}，共 ${found.total} ${subject.unit.zh}`,
    ],
    headers: [subject.label.zh, '所属镇（街道）', ...headers],
    batches: batches(),
  });
}

/** Whom the later text adds and drops, a page of each. */
export async function compareRules(ctx: Ctx, body: Body<'compareRules'>) {
  const { subject, asOf, page, pageSize } = body;
  const before = requireRule(ctx, subject, body.before, { field: 'before' });
  const after = requireRule(ctx, subject, body.after, { field: 'after' });
  const diff = await diffRules(ctx, { subject, before, after, asOf, page, pageSize });
  const rowsOf = (ids: readonly string[], outcome: 'true' | 'false') =>
    toSubjectRows(
      ctx,
      subject,
      ids.map((id) => ({ id, outcome, facts: {} })),
      [],
    );
  return {
    before: diff.before,
    after: diff.after,
    kept: diff.kept,
    added: { total: diff.added.total, items: await rowsOf(diff.added.ids, 'true') },
    dropped: { total: diff.dropped.total, items: await rowsOf(diff.dropped.ids, 'false') },
    freshness: diff.freshness,
  };
}

/** The rule's conditions with the values one subject met them with. */
export async function explainRule(ctx: Ctx, body: Body<'explainRule'>) {
  const { subject, id, asOf } = body;
  const rule = requireRule(ctx, subject, body.text);
  const explained = await explainSubject(ctx, { subject, id, rule, asOf });
  return { ...explained, sentence: describeRule(rule)[ctx.language] };
}
