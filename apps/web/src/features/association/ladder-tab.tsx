import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import type { Overview } from './association-query.ts';

/** The ladder from the bottom up: what each step asks for, and how many stand on it. */
export function LadderTab({ overview }: { overview: Overview }) {
  const { t } = useTranslation('association');
  return (
    <Section title={t('ladder.title')} note={t('ladder.note')}>
      <ol className="ladder">
        {overview.ladder.map((step, at) => (
          <li key={step.code}>
            <span className="ladder-step">{at + 1}</span>
            <div>
              <b>{step.label}</b>
              <p>{step.text}</p>
              <small className="muted">{t('ladder.years', { years: step.years })}</small>
            </div>
            <span className="ladder-count">
              <b>{step.agencies}</b> {t('unit.agency')}
            </span>
          </li>
        ))}
      </ol>
      <p className="soft">{overview.note}</p>
    </Section>
  );
}
