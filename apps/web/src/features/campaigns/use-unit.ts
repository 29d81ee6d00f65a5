import { useTranslation } from 'react-i18next';

const known = ['enterprise', 'patent', 'trademark'] as const;

/** The measure word of a campaign's targets; a neutral one while their kind is not known. */
export function useUnit(subject: string | undefined): string {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const kind = known.find((one) => one === subject);
  return kind ? t(`cultivation:unit.${kind}`) : t('preview.unit');
}
