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
    { code: 'beneficiary', text: '本项只适用于农民专业合作社。', article: null },
    { code: 'unknown', text: '没有说明是否为高新技术企业。', article: '第三条' },
  ],
} as unknown as ItemAnswer;
const results = [
  { policy: { code: 'p', title: '办法', example: false }, answers: [answer], fen: 0 },
] as unknown as PolicyResult[];
const page = (language: 'zh' | 'en') =>
  toDocument(
    html`<${Result} results=${results} visit=${{ language, path: '/calculator', search: '', large: false }} />`,
  );

it('says in English what sort each Chinese reason is, and that it is Chinese', () => {
  const text = page('en');
  expect(text).toContain('not for applicants of this kind: <span lang="zh-CN">本项只适用于农民专业合作社。</span>');
  expect(text).toContain('an answer is missing: <span lang="zh-CN">没有说明是否为高新技术企业。（第三条）</span>');
  expect(text).toContain('The rules are written in Chinese');
});

it('leaves the Chinese page to the reasons alone', () => {
  const text = page('zh');
  expect(text).toContain('<li><span lang="zh-CN">本项只适用于农民专业合作社。</span></li>');
  expect(text).not.toMatch(/The rules|reason/);
});
