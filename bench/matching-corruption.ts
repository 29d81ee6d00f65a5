import { simplified, traditional } from '../packages/matching/src/data/traditional-characters.ts';
import type { Random } from './matching-random.ts';

/** Tables of the generator; none of them is the matcher's own except the list of traditional characters. */
export interface CorruptionTables {
  nearShape: ReadonlyMap<string, string>;
  nearSound: ReadonlyMap<string, string>;
  /** put any common character for the right one instead of a near one. */
  plainTypos?: boolean;
}

export type Corruption = 'none' | 'width' | 'place' | 'form' | 'typo' | 'mixed';

const toTraditional = new Map([...simplified].map((character, i) => [character, traditional[i]!]));
const common = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞',
];
const cities = '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁'.split(' ');
const forms: [from: RegExp, to: string[]][] = [
  [/有限责任公司$/, ['有限公司', '公司', '']],
  [/股份有限公司$/, ['股份公司', '有限公司', '公司', '股份']],
  [/集团有限公司$/, ['集团', '集团公司', '（集团）有限公司']],
  [/有限公司$/, ['有限责任公司', '公司', '', '有限责任公司', '股份有限公司']],
  [/(?<!有限|总|分|支)公司$/, ['有限公司', '有限责任公司']],
  [/专业合作社$/, ['合作社', '农民专业合作社']],
  [/厂$/, ['', '厂有限公司']],
];

/** One corrupted spelling of `name`; `city` is the prefecture of the party without 市. */
export function corrupt(
  name: string,
  city: string,
  kind: Corruption,
  random: Random,
  tables: CorruptionTables,
): string {
  if (kind === 'width') return corruptWidth(name, random);
  if (kind === 'place') return corruptPlace(name, city, random);
  if (kind === 'form') return corruptForm(name, random);
  if (kind === 'typo') return corruptByTypo(name, random, tables);
  if (kind === 'mixed') {
    const [first, second] = random.pick([
      ['place', 'form'],
      ['place', 'typo'],
      ['form', 'typo'],
      ['width', 'typo'],
      ['width', 'place'],
    ] as const);
    return corrupt(corrupt(name, city, first, random, tables), city, second, random, tables);
  }
  return name;
}

function corruptWidth(name: string, random: Random): string {
  const how = random.below(5);
  if (how === 0) return name.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  if (how === 1) {
    const other: Record<string, string> = { '（': '(', '）': ')', '(': '（', ')': '）' };
    return name.replace(/[（）()]/g, (c) => other[c]!);
  }
  if (how === 2) return [...name].map((c) => toTraditional.get(c) ?? c).join('');
  const at = 1 + random.below(name.length - 1);
  return `${name.slice(0, at)}${how === 3 ? ' ' : '　'}${name.slice(at)}${random.below(2) ? ' ' : ''}`;
}

function corruptPlace(name: string, city: string, random: Random): string {
  const found = /^(?:江苏省?)?([\u4e00-\u9fff]{2,3}?)([市县区])/.exec(name);
  const prefecture = cities.find((one) => name.startsWith(one));
  const options: string[] = [];
  if (found?.[1] && !prefecture) {
    const [whole, stem, suffix] = found as unknown as [string, string, string];
    const rest = name.slice(whole.length);
    options.push(rest, stem + rest, `江苏省${name}`, `江苏${rest}`);
    if (cities.includes(city)) options.push(`${city}市${name}`, `${city}${stem}${rest}`);
    options.push(stem + (suffix === '区' ? '市' : '区') + rest);
  } else if (prefecture) {
    const rest = name.slice(prefecture.length).replace(/^市/, '');
    options.push(rest, prefecture + rest, `${prefecture}市${rest}`, `江苏省${name}`, `江苏${rest}`, `江苏${name}`);
  } else if (name.startsWith('江苏')) {
    const rest = name.slice(2).replace(/^省/, '');
    options.push(rest, `江苏省${rest}`);
    if (city !== '') options.push(`${city}${rest}`);
  } else {
    options.push(`江苏${name}`);
    if (city !== '') options.push(`${city}市${name}`, city + name);
  }
  const usable = options.filter((option) => option !== name && option.length > 3);
  return usable.length === 0 ? name : random.pick(usable);
}

function corruptForm(name: string, random: Random): string {
  for (const [from, to] of forms) if (from.test(name)) return name.replace(from, random.pick(to));
  return name;
}

/** One wrong character anywhere before the legal form: half near-shaped or near-sounding, else dropped, added, swapped. */
function corruptByTypo(name: string, random: Random, tables: CorruptionTables): string {
  const end = Math.max(3, name.replace(/(有限责任公司|股份有限公司|有限公司|公司|厂)$/, '').length);
  const at = random.below(Math.min(end, name.length));
  const character = name[at]!;
  const how = random.below(10);
  if (tables.plainTypos && how < 6) return name.slice(0, at) + random.pick(common) + name.slice(at + 1);
  if (how < 6) {
    const near = (how < 3 ? tables.nearShape : tables.nearSound).get(character);
    if (near) return name.slice(0, at) + random.pick([...near]) + name.slice(at + 1);
  }
  if (how < 8) return name.slice(0, at) + name.slice(at + 1);
  if (how === 8 && at + 1 < name.length) return name.slice(0, at) + name[at + 1]! + character + name.slice(at + 2);
  return name.slice(0, at) + random.pick([character, '新', '的', '大', '华']) + name.slice(at);
}
