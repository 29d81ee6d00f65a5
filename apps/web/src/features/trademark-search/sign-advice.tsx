import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import type { MarkAnswer } from './use-mark-search.ts';

/** Grounds on which the sign itself may be refused, whatever marks there are. */
export function SignAdvice({ answer }: { answer: MarkAnswer }) {
  const { t } = useTranslation('trademark-search');
  return (
    <Section title={t('grounds.title')} note={t('grounds.note')}>
      {answer.grounds.length === 0 ? (
        <p className="soft">{t('grounds.none')}</p>
      ) : (
        <ul className="grounds">
          {answer.grounds.map((ground) => (
            <li key={ground.key}>
              <p>{t('grounds.line', ground)}</p>
              <small>
                {ground.article}
                {ground.verify !== null && `（${ground.verify}）`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const NOT_SEARCHED = {
  text: ['national', 'pending', 'unregistered', 'names', 'abroad', 'device'],
  picture: ['national', 'noPicture', 'pending', 'works', 'reading'],
} as const;

/** What the search does not know. */
export function NotSearched({ by }: { by: keyof typeof NOT_SEARCHED }) {
  const { t } = useTranslation('trademark-search');
  return (
    <Section title={t('not.title')}>
      <ul className="not-searched">
        {NOT_SEARCHED[by].map((one) => (
          <li key={one}>{t(`not.${one}`)}</li>
        ))}
      </ul>
      <p className="muted">{t('not.opinion')}</p>
    </Section>
  );
}
