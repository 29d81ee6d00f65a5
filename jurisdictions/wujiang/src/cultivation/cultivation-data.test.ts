import { expect, test } from 'vitest';
import campaignData from '../../data/campaigns.json' with { type: 'json' };
import { bodies } from '../organisation.ts';
import { PackDataError } from '../shape.ts';
import { campaigns, readCampaigns } from './campaigns.ts';
import { classAdvice } from './class-advice.ts';
import { readDatedTexts, textOn } from './dated-article.ts';
import { markPool } from './pool.ts';

test('every campaign of the plan has a template with a purpose, steps and questions', () => {
  expect(campaigns.templates.map((template) => template.code)).toEqual(
    expect.arrayContaining([
      'one-enterprise-one-mark',
      'one-co-operative-one-mark',
      'zero-patent',
      'big-holder',
      'brand-evidence',
      'standard-coverage',
      'advantage-ladder',
      'trademark-first',
      'annuity-rescue',
    ]),
  );
  for (const template of campaigns.templates) {
    expect(template.questions.length).toBeGreaterThan(2);
    expect(template.caution).toBeDefined();
    // The step before the last visit is done by people, result steps are read from the registers.
    expect(template.steps[0]?.code).toBe('contact');
    expect(bodies.map((body) => body.code)).toContain(template.responsible);
  }
});

test('no template asks for a number of filings', () => {
  for (const template of campaigns.templates) expect(template.success).not.toMatch(/filedThisYear|filedLast12Months/);
});

test('all 45 classes have a name and every hint a class', () => {
  expect(classAdvice.labels.size).toBe(45);
  expect(classAdvice.neighbours).toContainEqual(expect.objectContaining({ of: 24, niceClass: 25 }));
  expect(classAdvice.neighbours).toContainEqual(expect.objectContaining({ of: 25, niceClass: 24 }));
  for (const code of ['bad-faith', 'without-use', 'unrelated', 'no-basis'])
    expect(classAdvice.warnings.has(code)).toBe(true);
});

test('the article follows the law of the day', () => {
  const badFaith = classAdvice.warnings.get('bad-faith')?.articles ?? [];
  expect(textOn(badFaith, '2026-12-31')).toContain('商标法（2019）第四条');
  expect(textOn(badFaith, '2027-01-01')).toContain('第十九条');
  expect(textOn(markPool.cautions, '2026-11-22')).toContain('第十四条');
  expect(textOn(markPool.cautions, '2027-01-01')).toContain('第六十四条');
  expect(textOn(markPool.cautions, '2000-01-01')).toBeUndefined();
});

test('the pool has five stages and never asks for a title', () => {
  expect(markPool.stages.map((stage) => stage.code)).toEqual(['entered', 'material', 'case', 'reported', 'replied']);
  expect(JSON.stringify([markPool.stages, markPool.evidence])).not.toContain('驰名商标称号');
});

test('faults are refused with their place', () => {
  const broken = structuredClone(campaignData) as { campaigns: { steps: string[] }[] };
  (broken.campaigns[2] as { steps: string[] }).steps[0] = 'no-such-step';
  expect(() => readCampaigns(broken)).toThrow(PackDataError);
  expect(() => readCampaigns(broken)).toThrow('campaigns.campaigns[2].steps[0]');
  const overlapping = [
    { from: '2020-01-01', to: null, text: 'a' },
    { from: '2021-01-01', to: null, text: 'b' },
  ];
  expect(() => readDatedTexts(overlapping, 'x', 'text')).toThrow('x[1].from');
});
