import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import type { PatentDetail } from './patent-query.ts';
import './high-value.css';

type Category = PatentDetail['highValue']['categories'][number];

const signs = { met: '✓', unmet: '✕', unknown: '?' } as const;
const signOf = ({ met }: Category): keyof typeof signs => (met === null ? 'unknown' : met ? 'met' : 'unmet');

function CategoryRow({ category }: { category: Category }) {
  const { t } = useTranslation('patents');
  const sign = signOf(category);
  return (
    <li className={sign}>
      <i aria-hidden="true">{signs[sign]}</i>
      <div>
        <b>{category.label}</b>
        <span className="sr-only">{t(`highValue.${sign}`)}</span>
        <p>{category.reason}</p>
        {category.article && <small>{category.article}</small>}
      </div>
    </li>
  );
}

/** Which of the five categories of a high-value invention the patent meets on the day, and why. */
export function HighValue({ patent, asOf }: { patent: PatentDetail; asOf: string }) {
  const { t } = useTranslation('patents');
  const { any, note, categories } = patent.highValue;
  const met = categories.filter((one) => one.met === true).length;
  if (categories.length === 0)
    return (
      <Section title={t('highValue.title')} note={t('highValue.on', { date: asOf })}>
        <p className="soft">{note}</p>
      </Section>
    );
  return (
    <Section
      title={t('highValue.title')}
      note={t('highValue.on', { date: asOf })}
      extra={
        <StatusTag tone={any ? 'good' : 'plain'}>
          {any ? t('highValue.yes', { count: met }) : t('highValue.no')}
        </StatusTag>
      }
    >
      <ul className="high-value">
        {categories.map((category) => (
          <CategoryRow key={category.code} category={category} />
        ))}
      </ul>
    </Section>
  );
}
