import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type ClockEvent,
  createDeadlineClock,
  type Deadline,
  DeadlineError,
  type DeadlineRule,
  InvalidLocalDateError,
} from '@jince/calendar';
import { deadlineRules } from '@jince/law';
import { z } from 'zod';

const usage = `用法：npx jince clock --rule 规则 --from 日期 [--year 年度] [--events 事件.json]
      npx jince clock --list
  规则：case.decision 等，--list 列出全部及其可以扣除的情形和延长
  事件：[{"type":"exclude","cause":"testing","from":"2026-03-10","to":"2026-03-12"},
         {"type":"suspend","cause":"suspended","on":"2026-03-20"},{"type":"resume","on":"2026-03-25"},
         {"type":"extend","extension":"first","on":"2026-05-28"}]
  结果：{ rule, dueOn, nominalOn, basis, article, confidence, verify, related, steps }（JSON）。不需要数据库。`;

const day = z.iso.date();
const eventsSchema = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('exclude'), cause: z.string(), from: day, to: day.nullable() }),
    z.strictObject({ type: z.literal('suspend'), cause: z.string(), on: day }),
    z.strictObject({ type: z.literal('resume'), on: day }),
    z.strictObject({
      type: z.literal('extend'),
      extension: z.string().optional(),
      on: day,
      days: z.int().positive().optional(),
    }),
  ]),
);

class ClockInputError extends Error {
  override name = 'ClockInputError';
}

interface Asked {
  readonly list: boolean;
  readonly rule: string | undefined;
  readonly from: string | undefined;
  readonly year: string | undefined;
  readonly events: string | undefined;
}

function readArguments(argv: string[]): Asked | undefined {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: argv,
      options: { list: { type: 'boolean' }, rule: text, from: text, year: text, events: text },
    });
    const { list = false, rule, from, year, events } = values;
    return list || (rule !== undefined && from !== undefined) ? { list, rule, from, year, events } : undefined;
  } catch {
    return undefined;
  }
}

async function readEventFile(path: string): Promise<ClockEvent[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ClockInputError(`事件文件无法读取：${path}`);
  });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ClockInputError(`事件文件不是有效的JSON：${path}`);
  }
  const parsed = eventsSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ClockInputError(
    `事件文件第${Number(issue?.path[0] ?? 0) + 1}项不符合格式：${issue?.path.join('.')} ${issue?.message}`,
  );
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = Number(text);
  if (!Number.isInteger(year)) throw new ClockInputError(`年度应为整数：${text}`);
  return year;
}

const said = (rule: DeadlineRule) => ({
  id: rule.id,
  label: rule.label.zh,
  from: rule.start.zh,
  terms: rule.terms.map(({ from, to, term, article, confidence, verify }) => ({
    from,
    to,
    term,
    article,
    confidence,
    verify,
  })),
  causes: rule.causes.map(({ cause, label }) => ({ cause, label: label.zh })),
  extensions: rule.extensions.map(({ extension, label, term, most, by }) => ({
    extension,
    label: label.zh,
    term,
    most,
    by: by.zh,
  })),
});

const shown = (deadline: Deadline, rule: DeadlineRule) => ({
  ...deadline,
  label: rule.label.zh,
  related: deadline.related.map(({ id, label, on }) => ({ id, label: label.zh, on })),
  steps: deadline.steps.map(({ step, on, text, article }) => ({ step, on, text: text.zh, article })),
});

async function answer(asked: Asked): Promise<unknown> {
  const rules = deadlineRules();
  if (asked.list) return [...rules.values()].map(said);
  const rule = rules.get(asked.rule ?? '');
  if (rule === undefined) throw new ClockInputError(`没有名为“${asked.rule}”的期限规则；用 --list 查看全部`);
  const events = asked.events === undefined ? undefined : await readEventFile(asked.events);
  const year = yearOf(asked.year);
  return shown(createDeadlineClock(rule).compute({ from: asked.from ?? '', year, events }), rule);
}

/** `jince clock`: one deadline of the law with its reasons, as JSON. Exit 0 = computed, 1 = bad input, 2 = wrong arguments. */
export async function runClockCommand(argv: string[]): Promise<number> {
  const asked = readArguments(argv);
  if (asked === undefined) {
    process.stderr.write(`${usage}\n`);
    return argv.includes('--help') ? 0 : 2;
  }
  try {
    process.stdout.write(`${JSON.stringify(await answer(asked), null, 2)}\n`);
    return 0;
  } catch (error) {
    const known =
      error instanceof ClockInputError || error instanceof DeadlineError || error instanceof InvalidLocalDateError;
    if (!known) throw error;
    process.stderr.write(`${error instanceof DeadlineError ? error.words.zh : error.message}\n`);
    return 1;
  }
}
