import type { AgencyFacts, Filing, HolderFacts, SignalInput } from '../types.ts';

/** A small deterministic generator of numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const things = [
  '织轴',
  '张力器',
  '导纱轮',
  '减速器',
  '夹爪',
  '托盘',
  '滤网',
  '曝气盘',
  '料筒',
  '螺杆',
  '振捣棒',
  '液冷板',
];
const more = [
  '弧形卡槽',
  '限位销',
  '缓冲垫',
  '橡胶辊',
  '齿条',
  '凸轮',
  '丝杠',
  '刮刀',
  '喷淋头',
  '压力表',
  '隔热层',
  '光栅尺',
];
const verbs = ['咬合', '贴靠', '穿过', '顶住', '托举', '牵引', '套住', '卡入'];
const ends = ['断纱', '卡料', '漏液', '偏心', '起皱', '打滑', '过热', '积尘'];

/** A text of a field nobody else writes of in the same words. */
export function sampleText(random: () => number): { title: string; abstract: string } {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const coin = `${String.fromCharCode(0x4e00 + Math.floor(random() * 8000))}${String.fromCharCode(0x4e00 + Math.floor(random() * 8000))}`;
  const clause = (): string => `${coin}${pick(things)}${pick(verbs)}${pick(more)}${Math.floor(random() * 90)}毫米处`;
  const title = `一种${coin}${pick(things)}${pick(more)}的装置`;
  const clauses = Array.from({ length: 4 + Math.floor(random() * 4) }, clause);
  return {
    title,
    abstract: `本发明公开了${title}，包括${pick(things)}和${pick(more)}，${clauses.join('，')}，避免${pick(ends)}，便于${pick(ends)}后的检修。`,
  };
}

export function sampleFiling(id: string, changes: Partial<Filing> = {}, random = seededRandom(7)): Filing {
  return {
    id,
    ...sampleText(random),
    kind: 'invention',
    filedOn: '2026-03-02',
    holders: ['h1'],
    inventors: ['张三'],
    address: null,
    agencyId: null,
    ipc: ['D03D 51/00'],
    claimCount: 8,
    outcome: 'pending',
    events: [],
    abnormal: false,
    ...changes,
  };
}

export function sampleHolder(id: string, changes: Partial<HolderFacts> = {}): HolderFacts {
  return {
    id,
    name: `${id}公司`,
    employees: 40,
    capitalFen: 1_000_000_00,
    establishedOn: '2010-01-01',
    industry: null,
    address: `${id}路一号三楼东侧`,
    legalRep: `${id}法人`,
    ...changes,
  };
}

export function sampleAgency(id: string, changes: Partial<AgencyFacts> = {}): AgencyFacts {
  return {
    id,
    name: `${id}代理所`,
    patentLicensed: true,
    licensedFrom: '2015-01-01',
    licensedUntil: null,
    recordFrom: null,
    recordUntil: null,
    recordKnown: false,
    people: [],
    ...changes,
  };
}

/** A district in which nothing is odd: holders with a few filings each, spread over the years and agencies. */
export function quietDistrict(holders: number, seed = 11): SignalInput {
  const random = seededRandom(seed);
  const filings: Filing[] = [];
  for (let holder = 0; holder < holders; holder++)
    for (let at = 0; at < 4; at++) {
      const number = filings.length;
      filings.push(
        sampleFiling(
          `q${number}`,
          {
            holders: [`h${holder}`],
            inventors: [`发明人${holder}`],
            filedOn: `20${15 + Math.floor(random() * 10)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
            agencyId: `a${number % 5}`,
            outcome: random() < 0.1 ? 'withdrawn' : random() < 0.2 ? 'refused' : 'granted',
          },
          random,
        ),
      );
    }
  return {
    filings,
    holders: Array.from({ length: holders }, (_, at) => sampleHolder(`h${at}`)),
    agencies: Array.from({ length: 5 }, (_, at) => sampleAgency(`a${at}`)),
    trademarks: [],
  };
}
