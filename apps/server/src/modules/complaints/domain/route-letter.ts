import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Jurisdiction } from '../../../platform/jurisdiction/jurisdiction.ts';

/** One reason on the way to a body: what was read where. */
export interface RouteStep {
  readonly rule: 'unit' | 'town' | 'address' | 'name' | 'outside' | 'default' | 'person';
  readonly word: string;
  readonly body: string | null;
}

export interface Route {
  readonly organisationCode: string;
  readonly townCode: string | null;
  /** False where the address names another district: the letter is to be sent on. */
  readonly inside: boolean;
  readonly steps: readonly RouteStep[];
}

export interface Routed {
  readonly unit: string | null;
  readonly townCode: string | null;
  readonly address: string | null;
  readonly subjectName: string;
}

const OTHER_PLACE =
  /^(?:北京|上海|天津|重庆|[^省]{2,3}省(?<!江苏省)|江苏省?(?:南京|无锡|徐州|常州|南通|连云港|淮安|盐城|扬州|镇江|泰州|宿迁)|(?:江苏省?)?苏州市?(?:姑苏|虎丘|吴中|相城|昆山|常熟|张家港|太仓|工业园))/;

type Pack = Pick<Jurisdiction, 'bodies' | 'findTown' | 'locateTown' | 'complaintSettings'>;

/** Bodies that handle complaints: the branch of each town and the body for all the rest. */
export const handlingBodies = (pack: Pick<Pack, 'bodies' | 'complaintSettings'>) =>
  pack.bodies.filter((body) => body.kind === 'branch' || body.code === pack.complaintSettings.defaultOrganisation);

function findTownCode(pack: Pack, letter: Routed): { townCode: string; step: RouteStep } | undefined {
  const named = letter.townCode === null ? undefined : pack.findTown(letter.townCode);
  if (named !== undefined) return { townCode: named.code, step: { rule: 'town', word: named.name, body: null } };
  const byAddress = letter.address === null ? undefined : pack.locateTown(letter.address);
  if (byAddress !== undefined)
    return { townCode: byAddress.townCode, step: { rule: 'address', word: letter.address ?? '', body: null } };
  const byName = pack.locateTown(letter.subjectName);
  return byName && { townCode: byName.townCode, step: { rule: 'name', word: letter.subjectName, body: null } };
}

/**
 * Which body handles a letter: the one it was addressed to; else the branch of the town where the business sits or acted
 * (actual place of business for those on a platform); else the body for all the rest.
 */
export function routeLetter(pack: Pack, letter: Routed): Route {
  const bodies = handlingBodies(pack);
  const located = findTownCode(pack, letter);
  const townCode = located?.townCode ?? null;
  const unit = letter.unit?.trim() ?? '';
  const addressed =
    unit === '' ? undefined : bodies.find((body) => unit.includes(body.shortName) || body.name === unit);
  if (addressed !== undefined)
    return {
      organisationCode: addressed.code,
      townCode,
      inside: true,
      steps: [{ rule: 'unit', word: unit, body: addressed.code }],
    };
  const branch = located && bodies.find((body) => body.kind === 'branch' && body.townCode === located.townCode);
  if (located !== undefined && branch !== undefined)
    return { organisationCode: branch.code, townCode, inside: true, steps: [{ ...located.step, body: branch.code }] };
  const fallback = pack.complaintSettings.defaultOrganisation;
  const last: RouteStep = { rule: 'default', word: '', body: fallback };
  if (letter.address !== null && OTHER_PLACE.test(letter.address.normalize('NFKC').replace(/\s/g, '')))
    return {
      organisationCode: fallback,
      townCode,
      inside: false,
      steps: [{ rule: 'outside', word: letter.address, body: null }, last],
    };
  return { organisationCode: fallback, townCode, inside: true, steps: [last] };
}

const RULES: Readonly<Record<RouteStep['rule'], (word: string, body: string) => Bilingual>> = {
  unit: (word, body) => ({ zh: `来件载明处理单位“${word}”：${body}`, en: `The letter names "${word}": ${body}` }),
  town: (word, body) => ({ zh: `登记的所属区镇为${word}：${body}`, en: `The town is ${word}: ${body}` }),
  address: (word, body) => ({
    zh: `经营地址“${word}”位于辖区：${body}`,
    en: `The address "${word}" lies there: ${body}`,
  }),
  name: (word, body) => ({ zh: `名称“${word}”含区镇名：${body}`, en: `The name "${word}" holds a town: ${body}` }),
  outside: (word) => ({
    zh: `地址“${word}”在本区以外：由登记单位审查后分送有管辖权的部门`,
    en: `The address "${word}" lies outside: to be looked at and sent on`,
  }),
  default: (_word, body) => ({ zh: `没有对应的分局，由${body}办理`, en: `No branch fits: ${body}` }),
  person: (word, body) => ({ zh: `人工分送至${body}：${word}`, en: `Sent to ${body} by a person: ${word}` }),
};

export const sayRoute = (step: RouteStep, bodyName: (code: string) => string): Bilingual =>
  RULES[step.rule](step.word, step.body === null ? '' : bodyName(step.body));
