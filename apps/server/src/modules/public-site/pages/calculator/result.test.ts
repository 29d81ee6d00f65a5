import type { ItemAnswer } from '@jince/entitlements';
import { expect, it } from 'vitest';
import type { PolicyResult } from '../../calculator/work-out.ts';
import { html, toDocument } from '../../site/html.ts';
import { Result } from './result.ts';

const answer = {
  item: 'a',
  name: '专利奖励',
  clause: '第三条',
  entitlements: [],
  refusals: [
    { code: 'beneficiary', text: '不属于本条的受益对象', en: 'The item is not for this kind of body', article: null },
    { code: 'unknown', text: '资料不全：高新技术企业', en: 'Not known: High-tech enterprise', article: '第三条' },
  ],
} as unknown as ItemAnswer;
const results = [
  { policy: { code: 'p', title: '办法', example: false }, answers: [answer], fen: 0 },
] as unknown as PolicyResult[];
const page = (language: 'zh' | 'en') =>
  toDocument(
    html`<${Result} results=${results} visit=${{ language, path: '/calculator', search: '', large: false }} />`,
  );

it('gives the reasons of an English page in English, with the clause as it stands in the policy', () => {
  const text = page('en');
  expect(text).toContain('<li>The item is not for this kind of body</li>');
  expect(text).toContain('<li>Not known: High-tech enterprise <span class="soft" lang="zh-CN">第三条</span></li>');
  expect(text).not.toMatch(/资料不全|受益对象/);
});

it('gives those of a Chinese page in Chinese', () => {
  const text = page('zh');
  expect(text).toContain('<li>不属于本条的受益对象</li>');
  expect(text).not.toMatch(/Not known|item is not for/);
});
