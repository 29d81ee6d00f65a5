import { useTranslation } from 'react-i18next';
import '../../components/standing-tag.css';

/** An invented policy of the demonstration says so on every list. */
export function Example() {
  const { t } = useTranslation('public-lists');
  return (
    <span className="example-mark" title={t('exampleWhy')}>
      {t('example')}
    </span>
  );
}
