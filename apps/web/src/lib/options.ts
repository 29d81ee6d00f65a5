import { membershipKind, partyKind, partyStatus, patentKind, patentStatus, trademarkStatus } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { useMeta } from './meta.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}
const enumerations = {
  partyKind: partyKind.options,
  partyStatus: partyStatus.options,
  membership: membershipKind.options,
  patentKind: patentKind.options,
  patentStatus: patentStatus.options,
  trademarkStatus: trademarkStatus.options,
} as const;

/** The choices of one enumeration of the contract, with their words. */
export function useEnumOptions(name: keyof typeof enumerations): Option[] {
  const { t } = useTranslation('labels');
  return enumerations[name].map((value) => ({ value, label: t(`${name}.${value}`) }));
}

/** Towns, zones and industries of the district as choices. */
export function usePlaceOptions(): { towns: Option[]; zones: Option[]; sections: Option[] } {
  const { i18n } = useTranslation();
  const meta = useMeta(i18n.language);
  return {
    towns: (meta?.towns ?? []).map((town) => ({ value: town.code, label: town.name })),
    zones: (meta?.zones ?? []).map((zone) => ({ value: zone.code, label: zone.name })),
    sections: (meta?.industries ?? [])
      .filter((industry) => industry.code.length <= 2)
      .map((industry) => ({ value: industry.code, label: `${industry.code} ${industry.name}` })),
  };
}

export function useNiceOptions(): Option[] {
  const { t } = useTranslation('labels');
  return Array.from({ length: 45 }, (_, index) => ({
    value: String(index + 1),
    label: t('niceClass', { n: index + 1 }),
  }));
}
