import { describe, expect, it } from 'vitest';
import data from '../../data/case-papers.json' with { type: 'json' };
import { documentTemplates } from '../documents/templates.ts';
import { casePapers, readCasePapers } from './case-papers.ts';

describe('papers of cases', () => {
  it('brings every form of the catalogue, each with a template', () => {
    expect(casePapers.forms.length).toBeGreaterThanOrEqual(60);
    const templates = documentTemplates.filter(({ code }) => code.startsWith('case-'));
    expect(templates.map(({ code }) => code)).toEqual(casePapers.forms.map(({ form }) => `case-${form}`));
  });

  it('names an article for each form and each wanted form', () => {
    for (const form of casePapers.forms) {
      expect(form.basis, form.form).toMatch(/法|规定|条例/);
      for (const want of form.wanted) expect(want.article, form.form).not.toBe('');
    }
  });

  it('has the seven ways of service, each with the item of the law', () => {
    expect(casePapers.service.modes.map(({ mode }) => mode)).toEqual([
      'direct',
      'left',
      'electronic',
      'mail',
      'entrusted',
      'forwarded',
      'announcement',
    ]);
    for (const { article } of casePapers.service.modes) expect(article).toMatch(/第82条第.项/);
  });

  it('asks the director for every decision of the general procedure and tells its remedies', () => {
    for (const form of casePapers.forms.filter(({ kind }) => kind?.endsWith('-decision'))) {
      if (form.form !== 'summary-decision') expect(form.approvals, form.form).toContain('director');
      const template = documentTemplates.find(({ code }) => code === `case-${form.form}`);
      expect(JSON.stringify(template?.body), form.form).toMatch(/remedy\.review.*remedy\.suit/);
    }
  });

  it('refuses a form whose template does not know a required value', () => {
    const first = { ...data.forms[0], required: ['party.shoeSize'] };
    expect(() => readCasePapers({ ...data, forms: [first] })).toThrow('模板没有「party.shoeSize」');
    expect(() => readCasePapers({ ...data, forms: [{ ...data.forms[0], form: 'nothing' }] })).toThrow('case-nothing');
  });

  it('gives each form one place in the archive: what the party got in the first volume, what the office said to itself in the second', () => {
    const { volumes } = casePapers.archive;
    expect(volumes.map(({ label, sections }) => [label, sections.map((one) => one.label)])).toEqual([
      [
        '正卷',
        [
          '立案审批表',
          '行政处罚决定书及送达回证',
          '对当事人制发的其他法律文书及送达回证',
          '证据材料',
          '听证笔录',
          '财物处理单据',
          '其他有关材料',
        ],
      ],
      ['副卷', ['案源材料', '调查终结报告', '审核意见', '听证报告', '结案审批表', '其他有关材料']],
    ]);
    const main = volumes[0]?.sections.flatMap(({ forms }) => forms) ?? [];
    const told = casePapers.forms.filter(({ service }) => service === 'party').map(({ form }) => form);
    expect(told.filter((form) => !main.includes(form))).toEqual([]);
    const without = (form: string) => {
      const cut = JSON.parse(JSON.stringify(data.archive), (key, value) =>
        key === 'forms' ? value.filter((one: string) => one !== form) : value,
      );
      return () => readCasePapers({ ...data, archive: cut });
    };
    expect(without('closing-approval')).toThrow('closing-approval');
  });
});
