import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { base, type Effect, type Lists } from './discipline-query.ts';

const TONES: Readonly<Record<string, Tone>> = { bar: 'late', hide: 'late', mark: 'warn', more: 'info' };

type List = Lists['items'][number];

function Terms({ list }: { list: List }) {
  const { t } = useTranslation('discipline');
  return (
    <div>
      <span>
        {list.termMonths === null
          ? t('matrix.untilRemedied')
          : t(list.byDecision ? 'matrix.byDecision' : 'matrix.months', { months: list.termMonths })}
      </span>
      {list.repairMonths !== null && (
        <span className="cell-sub">{t('matrix.repair', { months: list.repairMonths })}</span>
      )}
    </div>
  );
}

function Articles({ list, effect }: { list: List; effect: Effect | undefined }) {
  const { t } = useTranslation('discipline');
  return (
    <aside className="matrix-article panel" aria-live="polite">
      <h3>{effect?.label ?? list.label}</h3>
      <p>{effect?.article ?? list.article}</p>
      {effect?.note && <p className="soft">{effect.note}</p>}
      <p className={(effect ?? list).confidence === 'high' ? 'muted' : 'warn'}>
        {t(`confidence.${(effect ?? list).confidence}`)}
      </p>
      {effect === undefined && list.termArticle && (
        <p className="soft">{t('matrix.termBy', { article: list.termArticle })}</p>
      )}
    </aside>
  );
}

/** Lists against what they bring with them, each with its article. */
export function EffectMatrix({ query }: { query: UseQueryResult<Lists> }) {
  const { t } = useTranslation('discipline');
  const [chosen, setChosen] = useState<{ list: List; effect?: Effect | undefined }>();
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const { targets, items, asOf } = query.data;
  const shown = chosen ?? (items[0] && { list: items[0] });
  return (
    <Section title={t('matrix.title')} note={t('matrix.asOf', { day: asOf })}>
      <p className="soft">{t('matrix.text')}</p>
      <div className="matrix-body">
        <div className="matrix-scroll">
          <table className="matrix">
            <thead>
              <tr>
                <th scope="col">{t('list.list')}</th>
                <th scope="col">{t('matrix.term')}</th>
                {targets.map(({ target, label }) => (
                  <th key={target} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t('matrix.inForce')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((list) => (
                <tr key={list.list} className={shown?.list === list ? 'chosen' : undefined}>
                  <th scope="row">
                    <button type="button" className="matrix-cell" onClick={() => setChosen({ list })}>
                      {list.label}
                    </button>
                    <span className="cell-sub">{list.subjects.map((one) => t(`subject.${one}`)).join('、')}</span>
                  </th>
                  <td data-label={t('matrix.term')}>
                    <Terms list={list} />
                  </td>
                  {targets.map(({ target, label }) => {
                    const effect = list.effects.find((one) => one.target === target);
                    return (
                      <td key={target} data-label={label} className={effect ? undefined : 'none'}>
                        {effect ? (
                          <button
                            type="button"
                            className="matrix-cell"
                            aria-label={`${effect.label}：${t('matrix.openArticle')}`}
                            aria-pressed={shown?.effect === effect}
                            onClick={() => setChosen({ list, effect })}
                          >
                            <StatusTag tone={TONES[effect.does] ?? 'plain'}>{effect.doesLabel}</StatusTag>
                          </button>
                        ) : (
                          <span className="muted">—</span>
                        )}
                      </td>
                    );
                  })}
                  <td data-label={t('matrix.inForce')} className="num">
                    {list.inForce === 0 ? (
                      '0'
                    ) : (
                      <Link className="link" to={`${base}?list=${list.list}&standing=in-force`}>
                        {list.inForce}
                      </Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {shown && <Articles list={shown.list} effect={shown.effect} />}
      </div>
    </Section>
  );
}
