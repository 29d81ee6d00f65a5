import { existsSync, readFileSync } from 'node:fs';
import { readRecord } from '../apps/server/src/cli-commands/match/read-table.ts';
import { type Corruption, type CorruptionTables, corrupt } from './matching-corruption.ts';
import { makeRandom, type Random } from './matching-random.ts';

export interface Firm {
  uscc: string;
  name: string;
  city: string;
  address: string;
  scope: string;
  formerName: string;
}

export interface LabelledMention {
  id: string;
  name: string;
  address: string;
  /** uscc of the true party, '' when it is not in the register. */
  truth: string;
  kind: string;
}

export interface MatchingSet {
  register: Firm[];
  mentions: LabelledMention[];
  homonyms: LabelledMention[];
  /** where the names come from, for the report. */
  source: string;
}

const shared = new URL('../../shared/data/', import.meta.url);

/** The real register when ../shared/data is there, else invented firms. */
function readFirms(random: Random): { firms: Firm[]; source: string } {
  if (!existsSync(new URL('enterprises/jiangsu.csv', shared))) {
    return { firms: inventFirms(random), source: 'generated names (../shared/data is absent)' };
  }
  const firms: Firm[] = [];
  const seen = new Set<string>();
  const fields: string[] = [];
  for (const file of ['jiangsu', 'wujiang']) {
    const text = readFileSync(new URL(`enterprises/${file}.csv`, shared), 'utf8').replace(/^\ufeff/, '');
    for (let at = readRecord(text, 0, fields); at < text.length; ) {
      at = readRecord(text, at, fields);
      const [name = '', uscc = '', , , , scope = '', , city = '', address = ''] = fields;
      if (seen.has(uscc) || name.includes('\ufffd') || name.length < 4) continue;
      seen.add(uscc);
      firms.push({ uscc, name, city: city === 'N/A' ? '' : city, address, scope, formerName: '' });
    }
  }
  return { firms, source: 'real names of Jiangsu (../shared/data/enterprises)' };
}

function inventFirms(random: Random): Firm[] {
  const brands = [...'恒瑞华盛金鑫永泰宏达康顺源丰德信诚嘉明新光正大东方海天龙凯博科力安利通宇佳美兴旺隆昌'];
  const trades = '纺织 机械 电子 科技 贸易 化纤 丝绸 电缆 塑料 食品 建材 精密模具 环保设备 包装材料'.split(' ');
  const places = '苏州 吴江市 昆山市 无锡 江阴市 常州 南京 南通 扬州 江苏 盐城 镇江'.split(' ');
  const firms = new Map<string, Firm>();
  while (firms.size < 60_000) {
    const brand = random.pick(brands) + random.pick(brands) + (random.chance(0.3) ? random.pick(brands) : '');
    const name = random.pick(places) + brand + random.pick(trades) + random.pick(['有限公司', '有限公司', '厂']);
    const uscc = `GEN${String(firms.size).padStart(15, '0')}`;
    firms.set(name, { uscc, name, city: '', address: '', scope: '', formerName: '' });
  }
  return [...firms.values()];
}

function readTables(): CorruptionTables {
  const read = (file: string): Map<string, string> => {
    const path = new URL(`hanzi/${file}`, shared);
    const table = new Map<string, string>();
    if (!existsSync(path)) return table;
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const [character, near] = line.trim().split(/\s+/);
      if (character && near) table.set(character, near);
    }
    return table;
  };
  return { nearShape: read('形近字语料库.txt'), nearSound: read('音近字语料库.txt') };
}

const kinds: [Corruption, number][] = [
  ['none', 12],
  ['width', 18],
  ['place', 20],
  ['form', 15],
  ['typo', 18],
  ['mixed', 7],
];
const weightOfKinds = kinds.reduce((sum, [, weight]) => sum + weight, 0);

function pickKind(random: Random): Corruption {
  let at = random.below(weightOfKinds);
  for (const [kind, weight] of kinds) {
    at -= weight;
    if (at < 0) return kind;
  }
  return 'none';
}

const formerBrands = [...'鸿瀚骏晟旭昊铭睿祺轩煜钰曜朗霖沐逸翔'];
const strangers = [
  '清华大学',
  '苏州大学',
  '东南大学',
  '王建国',
  '李晓明',
  '张伟',
  '陈丽华',
  '中国科学院苏州纳米技术与纳米仿生研究所',
  '约翰·史密斯',
  'SAMSUNG ELECTRONICS CO., LTD.',
];

/**
 * Register and mentions of `size` records together. One firm in ten is held out of the register and mentioned all the
 * same. `half` 0 or 1 takes the mentioned firms from one half of the register only, so that nothing is tuned on the other.
 */
export function makeMatchingSet(options: {
  size: number;
  seed: number;
  half: 0 | 1;
  plainTypos?: boolean;
}): MatchingSet {
  const random = makeRandom(options.seed);
  const { firms, source } = readFirms(random);
  const tables = { ...readTables(), plainTypos: options.plainTypos };
  const heldOut = firms.filter((_, i) => i % 10 === 3);
  const register = firms.filter((_, i) => i % 10 !== 3);
  const half = register.filter((_, i) => i % 2 === options.half);
  for (const firm of register) if (random.chance(0.12)) firm.formerName = inventFormerName(firm, random);
  const mentions: LabelledMention[] = [];
  const add = (name: string, firm: Firm | undefined, truth: string, kind: string): void => {
    const address = firm && random.chance(0.3) ? firm.address : '';
    mentions.push({ id: `m${mentions.length + 1}`, name, address, truth, kind });
  };
  while (mentions.length + register.length < options.size) {
    const roll = random.below(100);
    if (roll < 10) {
      const firm = random.pick(heldOut);
      add(corrupt(firm.name, firm.city, pickKind(random), random, tables), firm, '', 'unseen');
    } else if (roll < 12) add(random.pick(strangers), undefined, '', 'stranger');
    else if (roll < 20) {
      const firm = random.pick(half);
      if (firm.formerName !== '')
        add(corrupt(firm.formerName, firm.city, 'none', random, tables), firm, firm.uscc, 'former');
    } else {
      const firm = random.pick(half);
      const kind = pickKind(random);
      const name = corrupt(firm.name, firm.city, kind, random, tables);
      const joint = random.chance(0.02);
      add(
        joint ? `${name}${random.pick(['；', ';', '、', '|'])}${random.pick(strangers.slice(0, 6))}` : name,
        firm,
        firm.uscc,
        joint ? 'joint' : kind,
      );
    }
  }
  return { register, mentions, homonyms: makeHomonyms(half, heldOut, random, tables), source };
}

function inventFormerName(firm: Firm, random: Random): string {
  const place = /^(?:江苏省?|[\u4e00-\u9fff]{2,3}?[市县]|[\u4e00-\u9fff]{2})/.exec(firm.name)?.[0] ?? '';
  const rest = firm.name.slice(place.length);
  return place + random.pick(formerBrands) + random.pick(formerBrands) + rest.slice(2);
}

/** Brand, trade and form without the place, by a rule of the generator's own. */
function bareName(name: string): string {
  return name
    .replace(
      /^(江苏省?)?(南京|无锡|徐州|常州|苏州|南通|连云港|淮安|盐城|扬州|镇江|泰州|宿迁)?市?([\u4e00-\u9fff]{2,3}[市县])?/,
      '',
    )
    .replace(/(有限责任公司|有限公司)$/, '');
}

/**
 * Mentions of firms that share brand and trade with another one. Half name the place, a quarter leave it out but give
 * the address, and a quarter are held-out namesakes (their truth is ''; linking them is wrong).
 */
function makeHomonyms(register: Firm[], heldOut: Firm[], random: Random, tables: CorruptionTables): LabelledMention[] {
  const groups = new Map<string, number>();
  for (const firm of [...register]) groups.set(bareName(firm.name), (groups.get(bareName(firm.name)) ?? 0) + 1);
  const namesakes = register.filter((firm) => groups.get(bareName(firm.name))! > 1);
  const absent = heldOut.filter((firm) => groups.has(bareName(firm.name)));
  const homonyms: LabelledMention[] = [];
  const push = (name: string, address: string, truth: string, kind: string): void => {
    homonyms.push({ id: `h${homonyms.length + 1}`, name, address, truth, kind });
  };
  for (const firm of namesakes) {
    if (firm.name.length < 5) continue;
    push(
      corrupt(firm.name, firm.city, random.pick(['none', 'width', 'form', 'typo'] as const), random, tables),
      '',
      firm.uscc,
      'homonym',
    );
    if (random.chance(0.5))
      push(
        firm.name.replace(/^(江苏省?|[\u4e00-\u9fff]{2,3}?市|[\u4e00-\u9fff]{2})/, ''),
        firm.address,
        firm.uscc,
        'homonym-address',
      );
  }
  for (const firm of absent) push(firm.name, '', '', 'homonym-absent');
  return homonyms;
}
