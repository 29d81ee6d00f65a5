import data from '../../data/demo/abstract-words.json' with { type: 'json' };
import { readTexts } from '../shape.ts';
import type { Patent } from './patent.ts';
import type { Rng } from './random.ts';

const words = {
  parts: readTexts(data.parts, 'parts'),
  relations: readTexts(data.relations, 'relations'),
  deeds: readTexts(data.deeds, 'deeds'),
  effects: readTexts(data.effects, 'effects'),
  measures: readTexts(data.measures, 'measures'),
};

function several(list: readonly string[], count: number, rng: Rng): string[] {
  const rest = [...list];
  return Array.from({ length: count }, () => rest.splice(rng.int(rest.length), 1)[0] ?? '');
}

const measure = (rng: Rng): string => rng.pick(words.measures).replace('{n}', String(rng.between(3, 60)));

/** An invented abstract of four to six clauses; two of them share little beyond the title. Designs have none. */
export function inventAbstract(title: string, kind: Patent['life']['kind'], rng: Rng): string {
  if (kind === 'design') return '';
  const parts = several(words.parts, rng.between(5, 8), rng);
  const joints = parts.slice(1).map((part, at) => {
    return `所述${part}${rng.pick(words.relations)}${parts[at]}${rng.chance(0.4) ? `，${measure(rng)}` : ''}`;
  });
  const deeds = several(words.deeds, rng.between(1, 3), rng);
  const effects = several(words.effects, rng.between(1, 3), rng);
  const opening = rng.pick(['本申请涉及', '公开了', '提供']);
  return `${opening}${title}，包括${parts.join('、')}。${joints.join('；')}。工作时${deeds.join('，')}，${effects.join('，')}。（演示摘要）`;
}
