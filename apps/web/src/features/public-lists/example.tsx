import { useTranslation } from 'react-i18next';

/** An invented policy of the demonstration says so on every list. */
export function Example() {
  const { t } = useTranslation('public-lists');
  return (
    <span className="example-mark" title={t('exampleWhy')}>
      {t('example')}
    </span>
  );
}
