import type { ClockDay, MarkLife } from '@jince/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Timeline, type TimelineEntry } from '../../components/timeline.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { formatDistance, today } from '../../lib/format.ts';
import { AddUse } from './add-use.tsx';
import { CoverageView } from './coverage-view.tsx';
import { UseList } from './use-list.tsx';
import './trademark-portfolio.css';

/** A day of the law that opens its steps. */
function ClockWhy({ clock }: { clock: ClockDay }) {
  return (
    <WhyLink
      why={{
        title: clock.label,
        answer: clock.dueOn,
        steps: clock.steps.map((step) => ({ kind: 'note', text: step.text, basis: step.article })),
        article: clock.article,
        foot: clock.verify && <span>{clock.verify}</span>,
      }}
    />
  );
}

function Renewal({ clock }: { clock: ClockDay }) {
  const { t } = useTranslation('trademark-portfolio');
  const now = today();
  const on = (id: string) => clock.related.find((one) => one.id === id)?.on;
  const opens = on('opens');
  const days: (TimelineEntry & { on: string })[] = [
    ...(opens === undefined ? [] : [{ key: 'opens', on: opens, title: t('renewal.opens'), tone: 'plain' as const }]),
    { key: 'ends', on: clock.from, title: t('renewal.ends'), tone: clock.from < now ? 'late' : 'warn' },
    { key: 'grace', on: clock.dueOn, title: t('renewal.grace'), text: t('renewal.graceText'), tone: 'late' },
  ];
  return (
    <Section title={t('renewal.title')} note={clock.article} extra={<ClockWhy clock={clock} />}>
      <Timeline
        entries={days.map((day) => ({
          ...day,
          title: (
            <>
              {day.title} <span className="muted">{formatDistance(day.on)}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}

function Opposition({ opposition }: { opposition: NonNullable<MarkLife['opposition']> }) {
  const { t } = useTranslation('trademark-portfolio');
  return (
    <Section title={t('opposition.title')} note={opposition.article}>
      <p>
        {t('opposition.due', { on: opposition.dueOn })}{' '}
        <span className="muted">{formatDistance(opposition.dueOn)}</span>
      </p>
      <ul className="portfolio-reasons">
        {opposition.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {opposition.straddles && (
        <p className="late-edge">{t('opposition.straddles', { on: opposition.byNewLaw ?? '' })}</p>
      )}
    </Section>
  );
}

function Madrid({ life }: { life: MarkLife }) {
  const { t } = useTranslation('trademark-portfolio');
  if (life.madrid.length === 0) return null;
  return (
    <Section title={t('madrid.basedOn')}>
      <ul className="portfolio-reasons">
        {life.madrid.map((one) => (
          <li key={one.id}>
            <span className="mono">{one.irNo}</span>{' '}
            <StatusTag tone={one.dependent ? 'warn' : 'good'}>
              {t(one.dependent ? 'madrid.dependentUntil' : 'madrid.independentSince', {
                on: one.dependencyEndsOn ?? '—',
              })}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The life of one mark in one class: what falls due, what covers its use, what is kept of it. */
export function LifeView({ life }: { life: MarkLife }) {
  const { t } = useTranslation('trademark-portfolio');
  const counting = life.evidence?.some((piece) => piece.counts) ?? false;
  return (
    <div className="life-columns">
      <div>
        {life.coverage && (
          <Section title={t('use.title')} note={t('use.window', { from: life.coverage.from, to: life.coverage.to })}>
            <CoverageView coverage={life.coverage} />
          </Section>
        )}
        {life.mayKeep && life.coverage && (
          <Section title={t('use.add')} note={t('use.addNote')}>
            <AddUse life={life} />
          </Section>
        )}
        <Section
          title={t('use.locker')}
          note={t('use.lockerNote')}
          extra={
            counting && (
              <Button href={urlOf(routes.exportUseBundle, { params: { id: life.mark.id } })} download>
                {t('use.bundle')}
              </Button>
            )
          }
        >
          <UseList life={life} />
        </Section>
      </div>
      <div>
        {life.renewal && <Renewal clock={life.renewal} />}
        {life.opposition && <Opposition opposition={life.opposition} />}
        <Madrid life={life} />
        {!life.renewal && !life.opposition && <p className="soft">{t('nothingDue')}</p>}
      </div>
    </div>
  );
}
