import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatMoment, formatShare, formatYuan } from '../../lib/format.ts';
import { HitActions } from './hit-actions.tsx';
import { HitEvidence } from './hit-evidence.tsx';
import { HitPicture } from './hit-picture.tsx';
import { HitShop } from './hit-shop.tsx';
import { JudgeBar } from './judge-bar.tsx';
import { SignText } from './sign-text.tsx';
import { type Hit, hitQuery, levelTone, marksBase, type Verdict, verdictTone, watchBase } from './watch-query.ts';
import './trademark-watch.css';

function Sides({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  return (
    <Section title={t('hit.sides')} note={hit.model}>
      <div className="hit-sides">
        <div>
          <small>{t('hit.protected')}</small>
          <Link className="hit-sign" to={`${marksBase}/${hit.markId}`}>
            {hit.markName}
          </Link>
          <p className="soft">
            <span className="mono">{hit.markNo}</span> {t('mark.classes', { classes: hit.markClasses.join('、') })}
            <br />
            {hit.markHolder}
          </p>
        </div>
        <div>
          <small>{t(`field.${hit.field}`)}</small>
          <span className="hit-sign">{hit.found === '' ? t('hit.inPicture') : hit.found}</span>
          <p className="soft">
            <SignText text={hit.title} sign={hit.found} />
            <br />
            {[hit.platform, hit.subject].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <p className="hit-reasons">{hit.reasons}</p>
    </Section>
  );
}

function Rank({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  return (
    <Section title={t('hit.why')} note={t('hit.rankVersion', { version: hit.rankVersion })}>
      <p>{t(hit.kind === 'gazette' ? 'hit.rankTextGazette' : 'hit.rankText', { share: formatShare(hit.rank) })}</p>
      <ul className="rank-reasons">
        {hit.rankReasons.map((one) => (
          <li key={one.text}>
            <span>{one.text}</span>
            <span className={one.weight > 0 ? 'up' : 'down'}>
              {one.weight > 0 ? '+' : '−'}
              {Math.abs(one.weight).toFixed(2)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Judged({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  if (hit.judgements.length === 0) return null;
  return (
    <Section title={t('judge.history')}>
      <ul className="watch-list">
        {hit.judgements.map((one) => (
          <li key={one.at}>
            <StatusTag tone={verdictTone[one.verdict]}>{one.verdictLabel}</StatusTag>
            <div>
              {one.reason}
              <span className="cell-sub">
                {one.by} · {formatMoment(one.at)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One hit: side by side, why, evidence, judgement, and what is made of it. */
export function Page() {
  const { t, i18n } = useTranslation('trademark-watch');
  const { id = '' } = useParams();
  const [verdict, setVerdict] = useState<Verdict>();
  const query = useQuery(hitQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const hit = query.data;
  return (
    <div className="page">
      <PageHeader
        title={hit.title}
        crumbs={[{ label: t('watch.title'), to: watchBase }]}
        tags={
          <>
            <StatusTag tone={levelTone[hit.level]}>{hit.levelLabel}</StatusTag>
            {hit.verdict === null ? (
              <StatusTag tone={hit.state === 'open' ? 'warn' : 'plain'}>{t(`state.${hit.state}`)}</StatusTag>
            ) : (
              <StatusTag tone={verdictTone[hit.verdict]}>{hit.verdictLabel}</StatusTag>
            )}
          </>
        }
        meta={
          <>
            <span>{hit.kindLabel}</span>
            <MetaItem label={t(`subjectOf.${hit.kind}`)}>
              {[hit.platform, hit.subject].filter(Boolean).join(' ')}
            </MetaItem>
            <span>{t('hit.seen', { times: hit.times, first: formatMoment(hit.firstSeen) })}</span>
          </>
        }
      />
      {hit.closedReason !== null && <p className="soft">{t('hit.closed', { reason: hit.closedReason })}</p>}
      {hit.mayJudge && (
        <JudgeBar hit={hit} verdict={verdict} onVerdict={setVerdict} onJudged={() => setVerdict(undefined)} />
      )}
      <div className="hit-columns">
        <div>
          <Sides hit={hit} />
          <HitPicture hit={hit} />
          <Section title={t('hit.row')}>
            <Descriptions
              items={[
                { key: 'price', label: t('hit.price'), value: hit.priceFen === null ? null : formatYuan(hit.priceFen) },
                { key: 'brand', label: t('hit.brand'), value: hit.brand },
                { key: 'goods', label: t('hit.goods'), value: hit.goods, wide: true },
                {
                  key: 'url',
                  label: t('hit.url'),
                  wide: true,
                  value:
                    hit.url === null ? null : (
                      <a className="link breakable" href={hit.url} target="_blank" rel="noreferrer noopener">
                        {hit.url}
                      </a>
                    ),
                },
                { key: 'address', label: t('hit.address'), value: hit.address },
                { key: 'uscc', label: t('hit.uscc'), value: hit.subjectUscc },
              ]}
            />
          </Section>
          <HitEvidence hit={hit} />
        </div>
        <div>
          <HitActions hit={hit} />
          <HitShop hit={hit} />
          <Rank hit={hit} />
          <Judged hit={hit} />
        </div>
      </div>
    </div>
  );
}
