import type { Language } from '../../../platform/i18n/language.ts';
import type { CasePartyRow } from './case-types.ts';

/** Why an officer has an interest in a case as far as names show it; null where they show none. */
export function interestOf(
  officer: string,
  parties: readonly Pick<CasePartyRow, 'name' | 'representative' | 'side'>[],
  language: Language,
): string | null {
  const name = officer.trim();
  const own = parties.find((one) => one.name.trim() === name);
  if (own !== undefined) return language === 'zh' ? '本人是案件当事人或者权利人' : 'is a party of the case';
  const led = parties.find((one) => one.representative?.trim() === name);
  if (led !== undefined)
    return language === 'zh' ? `与${led.name}的负责人同名` : `bears the name of who leads ${led.name}`;
  return null;
}
