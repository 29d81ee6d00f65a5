import { describe, expect, it } from 'vitest';
import { findSignals, type Signal, type SignalInput, type SignalKind, SignalSearch } from './index.ts';
import {
  quietDistrict,
  sampleAgency,
  sampleFiling,
  sampleHolder,
  sampleText,
  seededRandom,
} from './testing/sample-district.ts';
import { sampleSettings } from './testing/sample-settings.ts';

const quiet = quietDistrict(60);

function district(changes: Partial<SignalInput>): SignalInput {
  return {
    filings: [...quiet.filings, ...(changes.filings ?? [])],
    holders: [...quiet.holders, ...(changes.holders ?? [])],
    agencies: [...quiet.agencies, ...(changes.agencies ?? [])],
    trademarks: changes.trademarks ?? [],
  };
}

function find(changes: Partial<SignalInput>, kind: SignalKind): Signal[] {
  return findSignals(district(changes), sampleSettings).filter((signal) => signal.kind === kind);
}

const texts = (count: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => sampleText(random));
};

describe('findSignals', () => {
  it('says nothing of a quiet district', () => {
    expect(findSignals(quiet, sampleSettings)).toEqual([]);
  });

  it('tells near-identical filings of one holder with the passages they share', () => {
    const text = texts(1, 3)[0]!;
    const copy = { ...text, abstract: text.abstract.replace('包括', '包含').replace(/\d+/g, '77') };
    const [signal, ...others] = find(
      {
        filings: [
          sampleFiling('n1', { ...text, holders: ['h1'], filedOn: '2025-01-02' }),
          sampleFiling('n2', { ...copy, holders: ['h1'], filedOn: '2025-02-02' }),
        ],
      },
      'near-identical',
    );
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ category: 1, subject: { type: 'party', id: 'h1' }, key: 'near-identical:h1:n1' });
    expect(signal!.filings).toEqual(['n1', 'n2']);
    const evidence = signal!.evidence;
    if (evidence.sort !== 'text-pairs') throw new Error('wrong evidence');
    const passage = evidence.pairs[0]!.passages.find(({ part }) => part === 'abstract')!;
    expect(text.abstract.slice(passage.a.start, passage.a.end)).toBe(passage.text);
    expect(signal!.why.zh).toContain('2 件申请名称和摘要明显相近');
  });

  it('tells a copy of another holder’s text against the later one, and leaves lawful double filings alone', () => {
    const text = texts(1, 4)[0]!;
    const filings = [
      sampleFiling('c1', { ...text, holders: ['h2'], filedOn: '2024-01-02', inventors: ['甲'] }),
      sampleFiling('c2', { ...text, holders: ['h3'], filedOn: '2025-01-02', inventors: ['乙'] }),
      sampleFiling('c3', { ...text, kind: 'utility', holders: ['h2'], filedOn: '2024-01-02', inventors: ['甲'] }),
    ];
    const all = findSignals(district({ filings }), sampleSettings);
    expect(all.map(({ key }) => key)).toEqual(['copied-text:c2']);
    expect(all[0]!.subject).toEqual({ type: 'party', id: 'h3' });
  });

  it('tells a text pieced together from earlier ones', () => {
    const sources = texts(3, 5).map((text, at) =>
      sampleFiling(`r${at}`, { ...text, holders: [`h${at + 5}`], filedOn: '2023-01-02' }),
    );
    const half = (text: string): string => text.split('，').slice(2, -2).join('，');
    const abstract = sources.map((source) => half(source.abstract!)).join('，');
    const mixed = sampleFiling('mix', { title: '一种组合装置', abstract, holders: ['h9'], filedOn: '2025-01-02' });
    const [signal] = find({ filings: [...sources, mixed] }, 'recombined');
    expect(signal).toMatchObject({ key: 'recombined:mix', category: 1 });
    expect(signal!.filings.slice(1).toSorted()).toEqual(['r0', 'r1', 'r2']);
    expect(signal!.figure).toBeGreaterThan(0.75);
  });

  it('tells a burst of a small holder, not the same number of a large one', () => {
    const many = (holder: string) =>
      texts(24, 6).map((text, at) =>
        sampleFiling(`${holder}-${at}`, {
          ...text,
          holders: [holder],
          filedOn: `2025-05-${String((at % 20) + 1).padStart(2, '0')}`,
        }),
      );
    const small = find({ filings: many('small'), holders: [sampleHolder('small', { employees: 12 })] }, 'burst');
    expect(small.map(({ subject }) => subject.id)).toEqual(['small']);
    expect(small[0]!.baseline.low).toBeGreaterThan(small[0]!.baseline.expected);
    expect(small[0]!.why.zh).toContain('在职 12 人');
    const large = find({ filings: many('large'), holders: [sampleHolder('large', { employees: 49 })] }, 'burst');
    expect(large).toEqual([]);
  });

  it('tells an inventor spread over unrelated fields', () => {
    const classes = ['A01B', 'B60L', 'C07C', 'D03D', 'E04G', 'F16H', 'G06F', 'H01M'];
    const filings = texts(8, 8).map((text, at) =>
      sampleFiling(`u${at}`, {
        ...text,
        holders: ['h4'],
        inventors: ['万能'],
        ipc: [`${classes[at]} 1/00`],
        filedOn: '2025-06-01',
      }),
    );
    const peers = texts(40, 9).map((text, at) =>
      sampleFiling(`p${at}`, { ...text, holders: ['h5'], inventors: [`人${at % 5}`], filedOn: '2025-06-01' }),
    );
    const found = find({ filings: [...filings, ...peers] }, 'unrelated-fields');
    expect(found.map(({ subject }) => subject)).toEqual([{ type: 'person', id: 'h4|万能' }]);
    expect(found[0]!.figure).toBe(8);
  });

  it('tells holders at one address who share a legal representative, not those who only share the address', () => {
    const at = (rep: boolean) => ({
      holders: [1, 2, 3].map((n) =>
        sampleHolder(`s${n}`, { address: '盛泽镇丝绸路88号3幢201室', legalRep: rep ? '同一人' : `人${n}` }),
      ),
      filings: texts(9, 10).map((text, n) =>
        sampleFiling(`s${n}`, {
          ...text,
          holders: [`s${(n % 3) + 1}`],
          inventors: [`发明${n % 3}`],
          filedOn: `2025-03-0${n + 1}`,
        }),
      ),
    });
    expect(find(at(true), 'split-filing').map(({ subject }) => subject.id)).toEqual(['s1+s2+s3']);
    expect(find(at(false), 'split-filing')).toEqual([]);
  });

  it.each([
    ['transfer-pattern', 'transfer'],
    ['inventor-change-pattern', 'inventor-change'],
  ] as const)('tells a %s', (kind, event) => {
    const filings = texts(10, 12).map((text, at) =>
      sampleFiling(`t${at}`, {
        ...text,
        holders: ['h6'],
        filedOn: `2024-0${(at % 9) + 1}-01`,
        events: at < 8 ? [{ kind: event, on: '2024-12-01' }] : [],
      }),
    );
    const found = find({ filings }, kind);
    expect(found.map(({ key, category }) => [key, category])).toEqual([[`${kind}:h6`, 7]]);
    expect(found[0]!.filings).toHaveLength(8);
  });

  it('tells piled-up limits and generated frames', () => {
    const limited = texts(4, 13).map((text, at) =>
      sampleFiling(`l${at}`, {
        ...text,
        holders: ['h7'],
        abstract: `${text.abstract}${'长度为3毫米，颜色为红色，间距为2毫米，'.repeat(3)}`,
      }),
    );
    expect(find({ filings: limited }, 'useless-limitation').map(({ subject }) => subject.id)).toEqual(['h7']);
    const words = '铜锌镍钴锰钨钼铬钒钛锆铪钽铌铼锇铱铂钯铑'.split('');
    const framed = words.slice(0, 10).map((word, at) =>
      sampleFiling(`g${at}`, {
        title: `一种${word}${words[at + 9]}器`,
        abstract: ['的左侧设置有自动旋转的多个', '能够通过检测数据控制', '用于实现快速冷却和', '从而有效提高内部']
          .map(
            (verb, n) =>
              `所述${words[(at * 3 + n) % 20]}${words[(at * 7 + n * 2) % 20]}${verb}${words[(at * 5 + n) % 20]}${words[(at + n * 3) % 20]}`,
          )
          .join('，'),
        holders: ['h8'],
      }),
    );
    const found = find({ filings: framed }, 'generated-text');
    expect(found.map(({ subject }) => subject.id)).toEqual(['h8']);
  });
});

describe('signals of agencies', () => {
  const through = (agency: string, withdrawn: number, of: number) =>
    texts(of, 14).map((text, at) =>
      sampleFiling(`${agency}-${at}`, {
        ...text,
        holders: [`h${at % 60}`],
        agencyId: agency,
        filedOn: `20${10 + (at % 15)}-06-01`,
        outcome: at < withdrawn ? 'withdrawn' : 'granted',
      }),
    );

  it('tells a rate only when there are enough filings to say so', () => {
    const many = find({ filings: through('bad', 24, 40), agencies: [sampleAgency('bad')] }, 'agency-withdrawal-rate');
    expect(many.map(({ subject }) => subject.id)).toEqual(['bad']);
    expect(many[0]!.baseline.low).toBeGreaterThan(many[0]!.baseline.expected);
    expect(many[0]!.evidence).toMatchObject({ sort: 'rate', hits: 24, decided: 40 });
    const few = find({ filings: through('few', 2, 3), agencies: [sampleAgency('few')] }, 'agency-withdrawal-rate');
    expect(few).toEqual([]);
  });

  it('tells one certificate at two agencies at a time, not a change of agency', () => {
    const person = (from: string, to: string | null) => ({ personId: 'no1', name: '李四', from, to });
    const two = [
      sampleAgency('x', { people: [person('2020-01-01', '2022-06-30')] }),
      sampleAgency('y', { people: [person('2022-01-01', null)] }),
    ];
    expect(find({ agencies: two }, 'person-at-two-agencies')).toMatchObject([
      { subject: { type: 'person', id: 'no1' } },
    ]);
    const moved = [two[0]!, sampleAgency('y', { people: [person('2022-06-30', null)] })];
    expect(find({ agencies: moved }, 'person-at-two-agencies')).toEqual([]);
  });

  it('tells social security paid elsewhere', () => {
    const unit = (name: string) => ({ name, agencyId: null, asOf: '2026-01-01' });
    const agency = (name: string) =>
      sampleAgency('z', {
        people: [{ personId: 'no2', name: '王五', from: '2020-01-01', to: null, socialSecurityUnit: unit(name) }],
      });
    expect(find({ agencies: [agency('某某纺织厂')] }, 'social-security-elsewhere')).toHaveLength(1);
    expect(find({ agencies: [agency('z代理所')] }, 'social-security-elsewhere')).toEqual([]);
  });

  it('tells filings without licence and outside periods, and nothing where the record is unknown', () => {
    const agencies = [
      sampleAgency('none', { patentLicensed: false }),
      sampleAgency('unknown', { patentLicensed: null }),
      sampleAgency('tm', { recordKnown: true, recordFrom: '2020-01-01', recordUntil: '2023-01-01' }),
      sampleAgency('tm2', {}),
    ];
    const filings = through('none', 0, 2).concat(through('unknown', 0, 2));
    const trademarks = ['tm', 'tm2'].map((agencyId) => ({ id: `mark-${agencyId}`, agencyId, filedOn: '2023-01-02' }));
    const changes = { agencies, filings, trademarks };
    expect(find(changes, 'unlicensed-filing').map(({ subject }) => subject.id)).toEqual(['none']);
    expect(find(changes, 'filing-after-period').map(({ filings: own }) => own)).toEqual([['mark-tm']]);
  });
});

describe('SignalSearch', () => {
  it('finds after changes what a fresh search finds', () => {
    const text = texts(1, 20)[0]!;
    const search = new SignalSearch(sampleSettings);
    search.find(quiet);
    const copies = ['k1', 'k2', 'k3'].map((id, at) =>
      sampleFiling(id, { ...text, holders: ['h1'], filedOn: `2025-01-0${at + 1}` }),
    );
    const grown = district({ filings: copies });
    const keys = (signals: Signal[]): string[] => signals.map(({ key }) => key);
    expect(keys(search.find(grown, ['k1', 'k2', 'k3']))).toEqual(keys(findSignals(grown, sampleSettings)));
    expect(keys(search.find(grown, []))).toEqual(['near-identical:h1:k1']);
    const changed = district({
      filings: [copies[0]!, { ...copies[1]!, title: '完全另一件事物', abstract: '与前者毫不相干的内容在这里说明清楚' }],
    });
    expect(keys(search.find(changed, ['k2', 'k3']))).toEqual([]);
  });
});
