import type { Words } from '../../../platform/facts/state-fact.ts';

/** Phrases the definitions of this module's facts share. */
export const EACH_HOLDER: Words = [
  '限中国专利，按已匹配的权利人归属，共有专利对每个权利人各计一件',
  'Chinese patents of every linked holder; one held jointly counts for each',
];
export const EACH_MARK_HOLDER: Words = [
  '限中国商标，按注册号和类别计件，按已匹配的注册人归属，共有的对每个注册人各计一件',
  'Chinese marks per number and class of every linked holder; one held jointly counts for each',
];
export const PIECES: Words = ['件', 'items'];
export const YEARS: Words = ['年', 'years'];
export const DAYS: Words = ['天', 'days'];

export const PATENT_VALID_SOURCE = '专利法第39、40、42、44、47条';
export const TRADEMARK_VALID_SOURCE = '商标法（2019）第39、40条；商标法（2026修订）第44条';
