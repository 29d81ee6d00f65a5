import { composeName } from './party-name.ts';
import type { Party } from './population.ts';
import type { Rng } from './random.ts';
import { nameWords } from './words.ts';

/** How a name in a rights file differs from the name in the register; the ground truth of the matching tests. */
export type SpellingKind =
  | 'exact'
  | 'former-name'
  | 'width'
  | 'district-prefix'
  | 'no-form'
  | 'form-variant'
  | 'no-place'
  | 'typo'
  | 'spaces'
  | 'branch'
  | 'former-in-brackets';

export type Spelling = { text: string; how: SpellingKind };

const SHARES: [SpellingKind, number][] = [
  ['exact', 66],
  ['width', 5],
  ['district-prefix', 7],
  ['no-form', 4],
  ['form-variant', 3],
  ['no-place', 2],
  ['typo', 4],
  ['spaces', 6],
  ['branch', 1],
  ['former-in-brackets', 2],
];
const WEIGHTS = SHARES.map(([, share]) => share);

function toFullWidth(text: string): string {
  return text.replace(/[()]/g, (sign) => (sign === '(' ? '（' : '）'));
}

function widthVariant(name: string): string {
  return name.includes('（') ? name.replaceAll('（', '(').replaceAll('）', ')') : toFullWidth(name);
}

function otherPrefix(prefix: string): string {
  if (prefix.startsWith('吴江市')) return prefix.replace('吴江市', '苏州市吴江区');
  if (prefix.startsWith('苏州市吴江区')) return prefix.replace('苏州市吴江区', '吴江市');
  if (prefix === '苏州市') return '苏州';
  if (prefix === '苏州') return '苏州市';
  return prefix === '吴江' ? '吴江市' : prefix;
}

function formVariant(form: string): string {
  if (form === '有限公司') return '有限责任公司';
  if (form === '有限责任公司') return '有限公司';
  return form.startsWith('股份有限公司') ? form.replace('股份有限公司', '股份公司') : form;
}

function typo(name: string, rng: Rng): string {
  const pair = nameWords.typos.find(([right]) => right !== undefined && name.includes(right));
  if (pair && rng.chance(0.7)) return name.replace(pair[0] ?? '', pair[1] ?? '');
  const at = Math.max(2, Math.min(name.length - 5, rng.int(name.length)));
  return rng.chance(0.5) ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + name[at] + name.slice(at);
}

function spaces(name: string, rng: Rng): string {
  const at = rng.between(1, name.length - 1);
  return rng.pick([`${name} `, ` ${name}`, `${name}　`, `${name.slice(0, at)} ${name.slice(at)}`, `${name}\t`]);
}

function apply(how: SpellingKind, party: Party, rng: Rng): string {
  const { name, parts } = party;
  switch (how) {
    case 'width':
      return widthVariant(name);
    case 'district-prefix':
      return composeName({ ...parts, prefix: otherPrefix(parts.prefix) });
    case 'no-form':
      return composeName({ ...parts, form: '' });
    case 'form-variant':
      return composeName({ ...parts, form: formVariant(parts.form) });
    case 'no-place':
      return composeName({ ...parts, prefix: '', bracketPlace: '' });
    case 'typo':
      return typo(name, rng);
    case 'spaces':
      return spaces(name, rng);
    case 'branch':
      return /公司$/.test(name) ? `${name}${rng.pick(['盛泽', '汾湖', '松陵'])}分公司` : name;
    case 'former-in-brackets':
      return party.formerNames[0] ? `${name}（原${party.formerNames[0].name}）` : name;
    default:
      return name;
  }
}

/**
 * The name of a party as a careless sender writes it.
 * @param on the day the name was written down: a former name that was right then is used most of the time.
 */
export function spell(party: Party, rng: Rng, on?: number): Spelling {
  const former = on === undefined ? undefined : party.formerNames.find((one) => on < one.until);
  if (former && rng.chance(0.8)) return { text: former.name, how: 'former-name' };
  const how = SHARES[rng.weighted(WEIGHTS)]?.[0] ?? 'exact';
  const text = apply(how, party, rng);
  return text === party.name ? { text, how: 'exact' } : { text, how };
}
