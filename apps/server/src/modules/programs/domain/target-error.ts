import { AppError } from '../../../platform/errors/errors.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { TargetQuestion, TargetRefusal } from './judge-target.ts';

/** A refused target as the error that stops the filing and as the sentence beside the field. */
export function targetError(target: TargetQuestion, refusal: TargetRefusal, language: Language): AppError {
  const join = (list: readonly string[]) => list.join(language === 'zh' ? '、' : ', ');
  const { label, unit } = target;
  if (refusal.code === 'unit') return new AppError('programs.target.unit', { label, unit, units: join(refusal.units) });
  const { word, notice, instead } = refusal;
  const params = { label, word, notice, instead: join(instead) };
  return refusal.code === 'counted'
    ? new AppError('programs.target.counted', params)
    : new AppError('programs.target.unclear', params);
}
