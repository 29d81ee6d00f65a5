import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyValues, findProblems, readFields, toFields } from './schema-fields.ts';

const fieldsOf = (schema: z.ZodType) =>
  readFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>);

const clawBack = z.object({
  decisionNo: z.string().trim().min(2).max(80),
  reason: z.enum(['false-material', 'other']),
  statement: z.string().min(4).max(2000),
  amountFen: z.number().int().min(1).max(1e13),
  receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  instalments: z.array(z.object({ dueOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), amountFen: z.number().int() })),
  items: z.array(z.string()).optional(),
  towns: z.array(z.enum(['a', 'b'])).optional(),
  dishonesty: z.boolean(),
  banYears: z.number().int().min(0).max(10).nullable().optional(),
  listId: z.uuid().optional(),
});

describe('fields of an action from its schema', () => {
  it('asks for each with the control that fits it', () => {
    expect(fieldsOf(clawBack).map((field) => [field.name, field.kind, field.required])).toEqual([
      ['decisionNo', 'text', true],
      ['reason', 'choice', true],
      ['statement', 'long-text', true],
      ['amountFen', 'money', true],
      ['receivedOn', 'date', true],
      ['instalments', 'rows', true],
      ['items', 'lines', false],
      ['towns', 'choices', false],
      ['dishonesty', 'boolean', false],
      ['banYears', 'number', false],
      ['listId', 'reference', false],
    ]);
  });

  it('says limits of money in yuan and leaves out the largest whole number', () => {
    const [, , , amount, , instalments, , , , banYears] = fieldsOf(clawBack);
    expect(amount).toMatchObject({ min: 0.01, max: 1e11 });
    expect(instalments?.columns[1]).toMatchObject({ kind: 'money', min: undefined, max: undefined });
    expect(banYears).toMatchObject({ min: 0, max: 10, whole: true });
  });

  it('takes words given with the schema', () => {
    const schema = z.object({
      result: z
        .enum(['pass'])
        .meta({ label: { zh: '结果', en: 'Result' }, choices: { pass: { zh: '通过', en: 'Passed' } } }),
      findings: z.string().meta({ title: '检查情况' }),
    });
    const [result, findings] = fieldsOf(schema);
    expect(result?.label).toEqual({ zh: '结果', en: 'Result' });
    expect(result?.choices).toEqual([{ value: 'pass', label: { zh: '通过', en: 'Passed' } }]);
    expect(findings?.title).toBe('检查情况');
  });

  it('finds what is missing or out of its limits, in rows as well', () => {
    const fields = fieldsOf(clawBack);
    const values = { ...emptyValues(fields), statement: '短', amountFen: 0, instalments: [{ dueOn: 'soon' }] };
    expect(Object.fromEntries(findProblems(fields, values))).toEqual({
      decisionNo: 'missing',
      reason: 'missing',
      statement: 'short',
      amountFen: 'small',
      receivedOn: 'missing',
      'instalments.0.dueOn': 'date',
      'instalments.0.amountFen': 'missing',
    });
  });

  it('sends fen, trims text and leaves out what was not given', () => {
    const fields = fieldsOf(clawBack);
    const values = {
      ...emptyValues(fields),
      decisionNo: ' 吴市监追〔2026〕1号 ',
      amountFen: 30_000.07,
      instalments: [{ dueOn: '2026-12-01', amountFen: 19.99 }],
      items: [' 注册证译文 ', '', '付款凭证'],
      banYears: undefined,
    };
    expect(toFields(fields, values)).toEqual({
      decisionNo: '吴市监追〔2026〕1号',
      amountFen: 3_000_007,
      instalments: [{ dueOn: '2026-12-01', amountFen: 1999 }],
      items: ['注册证译文', '付款凭证'],
      dishonesty: false,
    });
  });

  it('asks for nothing where nothing is declared', () => {
    expect(readFields(null)).toEqual([]);
    expect(readFields({})).toEqual([]);
  });
});
