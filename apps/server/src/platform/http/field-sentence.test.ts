import { localDate } from '@jince/contract';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { toAppError } from './problem.ts';

const body = z.strictObject({
  title: z.string().min(2),
  reason: z.string().min(1),
  count: z.number().int().max(3),
  id: z.uuid(),
  kind: z.enum(['x', 'y']),
  list: z.array(z.string()).min(1),
  code: z.string().regex(/^\d$/),
  short: z.string().max(2),
  either: z.union([z.string(), z.number()]),
  own: z.string().refine((value) => value === 'q', '必须是 q'),
  missing: z.string(),
  whole: z.boolean(),
  rows: z.array(z.object({ on: localDate })),
});
const sent = {
  title: 'a',
  reason: '',
  count: 5,
  id: 'x',
  kind: 'z',
  list: [],
  code: 'aa',
  short: 'abc',
  either: true,
  own: 'z',
  whole: 'no',
  rows: [{ on: '昨天' }],
  extra: 1,
};

/** What is said beside each field of a body, through the validator the server uses. */
async function said(language: 'zh' | 'en'): Promise<Record<string, string>> {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.post('/', { schema: { body } }, async () => ({}));
  app.setErrorHandler((error, request, reply) =>
    reply.send(toAppError(error, { requestId: request.id, maxBytes: 1, language }).fieldErrors),
  );
  const answer = await app.inject({ method: 'POST', url: '/', payload: sent });
  return Object.fromEntries(answer.json<{ path: string; message: string }[]>().map((one) => [one.path, one.message]));
}

it('says in Chinese what is wrong with each field', async () => {
  expect(await said('zh')).toEqual({
    title: '至少 2 个字。',
    reason: '不能为空。',
    count: '不能大于 3。',
    id: '不是有效的编号。',
    kind: '不在可选的范围内。',
    list: '不能为空。',
    code: '格式不符合要求。',
    short: '最多 2 个字。',
    either: '填写的内容不符合要求。',
    own: '必须是 q',
    missing: '请填写。',
    whole: '应当是“是”或“否”。',
    'rows.0.on': '不是有效的日期，应为 2026-01-31 的写法。',
    '': '没有这样的字段：extra。',
  });
});

it('leaves the words of the schema to readers of English', async () => {
  const words = await said('en');
  expect(words.title).toContain('>=2');
  expect(Object.entries(words).filter(([path, text]) => path !== 'own' && /\p{Script=Han}/u.test(text))).toEqual([]);
});
