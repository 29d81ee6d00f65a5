import { useTranslation } from 'react-i18next';

/** A score of five, or how many clients there are where they are too few for one. */
export function Score({ score, clients }: { score: number | null; clients: number }) {
  const { t } = useTranslation('association');
  if (score === null) return <span className="muted">{clients === 0 ? '—' : t('rating.few', { count: clients })}</span>;
  return (
    <span>
      <b>{score.toFixed(1)}</b>
      <span className="cell-sub">{t('rating.clients', { count: clients })}</span>
    </span>
  );
}
