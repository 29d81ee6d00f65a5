import { useTranslation } from 'react-i18next';
import { Section } from '../section.tsx';
import { WhyLink } from '../why-panel.tsx';
import { DaysLeft } from './days-left.tsx';
import type { FileClock } from './file-query.ts';

function Clock({ clock }: { clock: FileClock }) {
  const { t } = useTranslation('procedures');
  const title = clock.round > 1 ? t('clock.round', { label: clock.label, n: clock.round }) : clock.label;
  return (
    <li className={clock.standing}>
      <b>{title}</b>
      <DaysLeft clock={clock} />
      <span className="soft">
        {clock.dueOn && clock.standing !== 'stopped' && (
          <>
            {t('clock.due')} <span className="mono">{clock.dueOn}</span>
            {' · '}
          </>
        )}
        {t('clock.started', { on: clock.startedOn })}
        {clock.steps.length > 0 && (
          <>
            {' · '}
            <WhyLink
              why={{
                title: t('clock.whyTitle', { label: title }),
                answer: clock.dueOn ?? t(`clock.${clock.standing}`),
                steps: clock.steps.map((text) => ({ kind: 'note', text })),
                article: clock.article,
              }}
            >
              {t('clock.why')}
            </WhyLink>
          </>
        )}
      </span>
    </li>
  );
}

/** Clocks of a file with their reasons; those that have stopped fold away. */
export function FileClocks({ clocks }: { clocks: readonly FileClock[] }) {
  const { t } = useTranslation('procedures');
  if (clocks.length === 0) return null;
  const live = clocks.filter((clock) => clock.standing !== 'stopped');
  const stopped = clocks.filter((clock) => clock.standing === 'stopped');
  return (
    <Section title={t('clock.title')}>
      {live.length > 0 && (
        <ul className="file-clocks">
          {live.map((clock) => (
            <Clock key={`${clock.clock}${clock.round}`} clock={clock} />
          ))}
        </ul>
      )}
      {stopped.length > 0 && (
        <details className="file-fold" open={live.length === 0 && stopped.length < 3}>
          <summary>{t('clock.stoppedOnes', { total: stopped.length })}</summary>
          <ul className="file-clocks">
            {stopped.map((clock) => (
              <Clock key={`${clock.clock}${clock.round}`} clock={clock} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
