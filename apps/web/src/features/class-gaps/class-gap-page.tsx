import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { NumberLink } from '../../components/number-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type ClassGap, classGapQuery } from './class-gap-query.ts';
import { ClassMap } from './class-map.tsx';
import '../../components/record-layout.css';
import './class-gaps.css';

const strengths = ['core', 'related', 'neighbour'] as const;
const toneOfStrength = { core: 'warn', related: 'info', neighbour: 'plain' } as const;

function Advised({ gap }: { gap: ClassGap }) {
  const { t } = useTranslation(['class-gaps', 'labels']);
  const ordered = [...gap.advised].sort(
    (a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength) || a.niceClass - b.niceClass,
  );
  return (
    <Section title={t('advised.title')} note={t('advised.note')}>
      {ordered.length === 0 && <p className="soft">{t('advised.none')}</p>}
      <ul className="advised">
        {ordered.map((one) => (
          <li key={one.niceClass} id={`class-${one.niceClass}`}>
            <b className="class-badge">{one.niceClass}</b>
            <div>
              <p>
                <b>{one.label}</b>{' '}
                <StatusTag tone={toneOfStrength[one.strength]} title={t(`strengthHelp.${one.strength}`)}>
                  {t(`strength.${one.strength}`)}
                </StatusTag>
              </p>
              <ul>
                {one.reasons.map((reason) => (
                  <li key={`${reason.text}${reason.basis}`}>
                    {reason.text}
                    <small>{reason.basis}</small>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Registered({ gap }: { gap: ClassGap }) {
  const { t } = useTranslation(['class-gaps', 'labels', 'common']);
  return (
    <Section title={t('own.title')} note={t('own.note')} flush={gap.registered.length > 0}>
      {gap.registered.length === 0 ? (
        <p className="soft">{t('own.none')}</p>
      ) : (
        <div className="own-scroll">
          <table className="own-classes">
            <thead>
              <tr>
                <th>{t('own.class')}</th>
                <th className="r">{t('own.marks')}</th>
                <th className="r">{t('own.used')}</th>
                <th className="r">{t('own.lastUsed')}</th>
              </tr>
            </thead>
            <tbody>
              {gap.registered.map((one) => (
                <tr key={one.niceClass}>
                  <td>
                    {one.niceClass} {one.label}
                  </td>
                  <td className="r">
                    <NumberLink
                      value={one.marks}
                      href={`/trademarks?party=${gap.partyId}&niceClass=${one.niceClass}`}
                      label={t('labels:niceClass', { n: one.niceClass })}
                      exact
                    />
                  </td>
                  <td className={one.used < one.marks ? 'r warn' : 'r'}>{one.used}</td>
                  <td className="r mono">{one.lastUsedOn ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Filings({ gap }: { gap: ClassGap }) {
  const { t } = useTranslation(['class-gaps', 'common']);
  const rows = (['valid', 'withoutUseEvidence', 'pending', 'last12Months'] as const).map((key) => ({
    key,
    value: gap.filings[key],
  }));
  return (
    <Section title={t('filings.title')} note={t('filings.note')}>
      <dl className="filings">
        {rows.map((row) => (
          <div key={row.key}>
            <dt>{t(`filings.${row.key}`)}</dt>
            <dd className={row.key === 'withoutUseEvidence' && row.value > 0 ? 'warn' : undefined}>
              {row.value} {t('common:unit.item')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Warnings({ gap }: { gap: ClassGap }) {
  const { t } = useTranslation('class-gaps');
  if (gap.warnings.length === 0) return null;
  return (
    <section className="panel warnings" aria-label={t('warnings')}>
      <h2>{t('warnings')}</h2>
      <ul>
        {gap.warnings.map((warning) => (
          <li key={warning.text}>
            {warning.text}
            {warning.article && <small>{warning.article}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which classes one enterprise has, which its business points to, why, and what to be careful of. */
export function Page() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation(['class-gaps', 'shell']);
  const query = useQuery(classGapQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const gap = query.data;
  return (
    <div className="page">
      <PageHeader
        title={gap.name}
        crumbs={[{ label: t('shell:chapter.cultivation') }, { label: t('title'), to: '/cultivation/class-gaps' }]}
        actions={
          <>
            <Link to={`/enterprises/${id}`}>
              <Button>{t('record')}</Button>
            </Link>
            <Link to={`/cultivation/briefs/${id}`}>
              <Button>{t('brief')}</Button>
            </Link>
          </>
        }
      />
      <p className="caution">{gap.note}</p>
      <div className="record">
        <div>
          <Section title={t('map.title')} note={t('map.note')}>
            <ClassMap gap={gap} />
          </Section>
          <Advised gap={gap} />
        </div>
        <div>
          <Warnings gap={gap} />
          <Registered gap={gap} />
          <Filings gap={gap} />
        </div>
      </div>
    </div>
  );
}
