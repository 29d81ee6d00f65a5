import { describe, expect, it } from 'vitest';
import { draftOf, missingOf } from './campaign-draft.ts';
import type { RulePreview, Template } from './campaign-query.ts';

const template: Template = {
  code: 'zero-patent',
  title: '专利清零行动',
  clause: 'III.2',
  subject: 'enterprise',
  purpose: '清零',
  caution: null,
  targetRule: 'enterprise.patents.valid == 0',
  targetSentence: '有效专利等于0件',
  successRule: 'enterprise.patents.clean >= 1',
  successSentence: '正常的有效专利不少于1件',
  steps: [],
  responsible: null,
  running: 0,
};
const sound: RulePreview = {
  problems: [],
  sentence: 's',
  successSentence: 't',
  total: 3,
  unknown: 0,
  alreadyDone: 0,
  byTown: [],
  sample: [],
};

describe('a new campaign', () => {
  it('takes all of a template and the rest of the year', () => {
    const draft = draftOf(template, '2026-11-22');
    expect(draft).toMatchObject({
      template: 'zero-patent',
      title: '专利清零行动',
      from: '2026-11-22',
      to: '2026-12-31',
    });
    expect(missingOf(draft, sound).review).toEqual([]);
  });

  it('says step by step what is missing', () => {
    const missing = missingOf(draftOf(undefined, '2026-11-22'), undefined);
    expect(missing.target).toEqual(['rule']);
    expect(missing.success).toEqual(['rule']);
    expect(missing.period).toEqual(['title', 'clause']);
  });

  it('does not go on with a rule that the server found wrong, nor with an end before the beginning', () => {
    const draft = { ...draftOf(template, '2026-11-22'), to: '2026-11-01' };
    const problem = { part: 'successRule', code: 'x', from: 0, to: 1, text: '…', suggestion: null };
    const missing = missingOf(draft, { ...sound, problems: [problem] });
    expect(missing.target).toEqual([]);
    expect(missing.success).toEqual(['ruleWrong']);
    expect(missing.period).toEqual(['periodOrder']);
  });
});
