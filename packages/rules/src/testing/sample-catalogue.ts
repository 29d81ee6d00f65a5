import type { Bilingual, Catalogue, FactSpec } from '../catalogue.ts';
import { createCatalogue } from '../create-catalogue.ts';
import { parseRule } from '../parse/parse-rule.ts';
import type { Rule } from '../rule.ts';

type Rest = Partial<Pick<FactSpec, 'of' | 'system' | 'unit' | 'values'>>;

const PIECES: Bilingual = { zh: '件', en: '' };

function fact(name: string, type: FactSpec['type'], [zh, en]: readonly [string, string], rest: Rest = {}): FactSpec {
  const [subject = '', ...path] = name.split('.');
  const label = { zh, en };
  return { name, subject, path: path.join('.'), type, label, definition: label, nullable: true, ...rest };
}

/** A small catalogue with every type, for tests. */
export const sampleCatalogue: Catalogue = createCatalogue({
  subjects: [
    { subject: 'enterprise', label: { zh: '主体', en: 'party' }, unit: { zh: '家', en: '' } },
    { subject: 'patent', label: { zh: '专利', en: 'patent' }, unit: PIECES },
    { subject: 'trademark', label: { zh: '商标', en: 'trademark' }, unit: PIECES },
  ],
  facts: [
    fact('enterprise.name', 'text', ['名称', 'name']),
    fact('enterprise.kind', 'text', ['主体类型', 'kind'], {
      values: {
        enterprise: { zh: '企业', en: 'enterprise' },
        cooperative: { zh: '农民专业合作社', en: 'co-operative' },
        university: { zh: '高校', en: 'university' },
      },
    }),
    fact('enterprise.active', 'bool', ['在业', 'active']),
    fact('enterprise.highTech', 'bool', ['高新技术企业', 'high-tech enterprise']),
    fact('enterprise.aboveScale', 'bool', ['规上工业企业', 'above-scale enterprise']),
    fact('enterprise.establishedOn', 'date', ['成立日期', 'date of establishment']),
    fact('enterprise.dissolvedOn', 'date', ['注销日期', 'date of dissolution']),
    fact('enterprise.ageYears', 'number', ['成立年限', 'age'], { unit: { zh: '年', en: 'years' } }),
    fact('enterprise.capitalFen', 'number', ['注册资本', 'registered capital'], { unit: { zh: '分', en: 'fen' } }),
    fact('enterprise.industry', 'code', ['行业', 'industry'], { system: 'industry' }),
    fact('enterprise.town', 'code', ['所属镇街', 'town'], { system: 'place' }),
    fact('enterprise.scope', 'text', ['经营范围', 'scope of business']),
    fact('enterprise.patents.total', 'number', ['专利总数', 'patents'], { unit: PIECES }),
    fact('enterprise.patents.valid', 'number', ['有效专利', 'valid patents'], { unit: PIECES }),
    fact('enterprise.patents.invention.valid', 'number', ['有效发明专利', 'valid inventions'], { unit: PIECES }),
    fact('enterprise.trademarks.valid', 'number', ['有效商标', 'valid trademarks'], { unit: PIECES }),
    fact('enterprise.trademarks.classes', 'list', ['商标类别', 'classes of trademarks'], {
      of: 'number',
      unit: { zh: '类', en: '' },
    }),
    fact('enterprise.madrid.members', 'list', ['指定成员', 'designated members'], { of: 'text' }),
    fact('patent.valid', 'bool', ['有效', 'valid']),
    fact('patent.pledged', 'bool', ['已质押', 'pledged']),
    fact('patent.kind', 'text', ['专利类型', 'kind'], {
      values: { invention: { zh: '发明', en: 'invention' }, utility: { zh: '实用新型', en: 'utility model' } },
    }),
    fact('patent.filedOn', 'date', ['申请日', 'filing date']),
    fact('patent.claims', 'number', ['权利要求数', 'claims'], { unit: { zh: '项', en: '' } }),
    fact('patent.pledgeFen', 'number', ['质押金额', 'pledged amount'], { unit: { zh: '分', en: 'fen' } }),
    fact('patent.ipcMain', 'code', ['主分类号', 'main IPC symbol'], { system: 'ipc' }),
    fact('patent.ipc', 'list', ['分类号', 'IPC symbols'], { of: 'code', system: 'ipc' }),
    fact('patent.strategic', 'list', ['战略性新兴产业', 'strategic industries'], { of: 'code', system: 'strategic' }),
    fact('trademark.valid', 'bool', ['有效', 'valid']),
    fact('trademark.classes', 'list', ['类别', 'classes'], { of: 'number', unit: { zh: '类', en: '' } }),
    fact('trademark.niceClass', 'number', ['类别', 'class'], { unit: { zh: '类', en: '' } }),
    fact('trademark.expiresOn', 'date', ['有效期届满日', 'expiry date']),
  ],
  collections: [
    {
      name: 'enterprise.patents',
      subject: 'enterprise',
      path: 'patents',
      items: 'patent',
      label: { zh: '专利', en: 'patents' },
    },
    {
      name: 'enterprise.trademarks',
      subject: 'enterprise',
      path: 'trademarks',
      items: 'trademark',
      label: { zh: '商标', en: 'trademarks' },
    },
  ],
});

/** A rule that must be accepted; short names stand for `enterprise.`. */
export function sampleRule(text: string, expect?: Rule['type']): Rule {
  const parsed = parseRule(text, { catalogue: sampleCatalogue, subject: 'enterprise', expect });
  if (!parsed.ok) throw new Error(`${text}\n${parsed.problems.map((one) => one.zh).join('\n')}`);
  return parsed.rule;
}

/** The problems of a rule that must be refused. */
export function sampleProblems(text: string, expect?: Rule['type']) {
  const parsed = parseRule(text, { catalogue: sampleCatalogue, subject: 'enterprise', expect });
  if (parsed.ok) throw new Error(`accepted: ${text}`);
  return parsed.problems;
}
