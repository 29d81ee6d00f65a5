import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import type { Entry } from './discipline-query.ts';

/** What the entry does now, until when and why that day; what it would do, where it is not decided. */
export function EntryEffects({ entry }: { entry: Entry }) {
  const { t } = useTranslation('discipline');
  const inForce = entry.standing === 'in-force';
  const effects = inForce ? entry.effects : entry.lawEffects;
  return (
    <Section title={t(inForce ? 'effects.title' : entry.standing === 'none' ? 'effects.would' : 'effects.were')}>
      <p className={inForce ? 'entry-sentence in-force' : 'entry-sentence'}>{entry.sentence}</p>
      <ul className={inForce ? 'entry-effects' : 'entry-effects idle'}>
        {effects.map((effect) => (
          <li key={effect.target}>
            <b>{effect.targetLabel}</b>
            <span className="entry-does">{effect.doesLabel}</span>
            <small>
              {effect.article}
              {effect.confidence !== 'high' && <span className="warn"> {t('confidence.short')}</span>}
            </small>
          </li>
        ))}
      </ul>
      {entry.termSteps.length > 0 && (
        <details className="entry-term">
          <summary className="link">{t('effects.why')}</summary>
          <ol>
            {entry.termSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      {inForce && entry.repairArticle && (
        <p className="soft">{t('effects.repair', { day: entry.repairFrom, article: entry.repairArticle })}</p>
      )}
    </Section>
  );
}
