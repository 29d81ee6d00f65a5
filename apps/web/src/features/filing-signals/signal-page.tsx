import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { KeyHint } from '../../components/key-hint.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Timeline, type TimelineEntry } from '../../components/timeline.tsx';
import { formatDay, formatExact, formatMoment, formatShare } from '../../lib/format.ts';
import { BaselineChart } from './baseline-chart.tsx';
import { Evidence } from './evidence.tsx';
import { FilingRows } from './filing-rows.tsx';
import { useJudgeKeys } from './judge-keys.ts';
import { JudgePanel } from './judge-panel.tsx';
import { type SignalDetail, signalQuery, stateTone, type Verdict } from './signal-query.ts';
import { useJudge } from './use-judge.ts';
import '../../components/record-layout.css';
import './filing-signals.css';

function History({ signal }: { signal: SignalDetail }) {
  const { t } = useTranslation('filing-signals');
  const told = signal.judgements.flatMap((one): TimelineEntry[] => [
    ...(one.withdrawnAt
      ? [
          {
            key: `${one.id}-`,
            on: formatDay(one.withdrawnAt),
            title: t('history.withdrawn', { who: one.withdrawnBy, verdict: t(`verdict.${one.verdict}`) }),
            text: one.withdrawnReason,
          },
        ]
      : []),
    {
      key: one.id,
      on: formatDay(one.judgedAt),
      title: `${one.judgedBy} · ${t(`verdict.${one.verdict}`)}`,
      text: (
        <>
          {one.reason}
          {one.filings > 0 && <span className="muted">（{t('history.held', { count: one.filings })}）</span>}
        </>
      ),
      tone: one.verdict === 'confirmed' ? 'late' : one.verdict === 'explained' ? 'good' : 'warn',
    },
  ]);
  const gone: TimelineEntry[] = signal.goneAt
    ? [
        {
          key: 'gone',
          on: formatDay(signal.goneAt),
          title: t('history.gone'),
          text: t('history.goneText'),
          tone: 'plain',
        },
      ]
    : [];
  const first: TimelineEntry = { key: 'first', on: formatDay(signal.firstSeenAt), title: t('history.first') };
  return (
    <Section title={t('history.title')}>
      <Timeline entries={[...gone, ...told, first]} />
    </Section>
  );
}

function Learned({ signal }: { signal: SignalDetail }) {
  const { t } = useTranslation('filing-signals');
  const { learning } = signal;
  return (
    <Section
      title={t('learned')}
      extra={
        <Link className="link" to="/agencies/signals/learning">
          {t('allKinds')}
        </Link>
      }
    >
      <p>{signal.weightWhy}</p>
      <p className="soft learned-why">{learning.why}</p>
      <div className="precision-bar" aria-hidden="true">
        <i style={{ left: `${learning.low * 100}%`, width: `${(learning.high - learning.low) * 100}%` }} />
        <b style={{ left: `${learning.precision * 100}%` }} />
      </div>
      <p className="muted">{t('precisionNote', { share: formatShare(learning.precision) })}</p>
    </Section>
  );
}

function useDesk(signal: SignalDetail) {
  const navigate = useNavigate();
  const { judge, withdraw } = useJudge(signal);
  const [verdict, setVerdict] = useState<Verdict>();
  const [reason, setReason] = useState('');
  const choosable = signal.mayJudge && signal.category !== 'agency' && signal.filings > 0;
  // Filings of others stand beside for comparison: what was copied is not held against its holder.
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(signal.ownFilings === 0 ? [] : signal.rows.filter((row) => !row.own).map((row) => row.key)),
  );
  const [touched, setTouched] = useState(false);
  const chosen = useMemo(
    () => new Set(signal.rows.map((row) => row.key).filter((key) => !left.has(key))),
    [signal.rows, left],
  );
  const done = () => {
    setVerdict(undefined);
    setReason('');
  };
  const say = () => {
    if (verdict === undefined) return;
    // Filings past those on the page are held with the rest unless the choice was changed by hand.
    const filings = verdict === 'confirmed' && choosable && touched ? [...chosen] : undefined;
    judge.mutate({ verdict, reason: reason.trim(), filings }, { onSuccess: done });
  };
  return {
    verdict,
    setVerdict,
    reason,
    setReason,
    choosable,
    chosen,
    held: choosable ? (touched ? chosen.size : signal.ownFilings || signal.filings) : null,
    busy: judge.isPending || withdraw.isPending,
    say,
    withdraw: () => withdraw.mutate(reason.trim(), { onSuccess: done }),
    choose: (key: string, on: boolean) => {
      setTouched(true);
      setLeft((before) => {
        const next = new Set(before);
        if (on) next.delete(key);
        else next.add(key);
        return next;
      });
    },
    next: () => {
      if (signal.nextId) navigate(`/agencies/signals/${signal.nextId}`);
    },
    back: () => navigate('/agencies/signals'),
  };
}

function Loaded({ signal }: { signal: SignalDetail }) {
  const { t } = useTranslation('filing-signals');
  const desk = useDesk(signal);
  useJudgeKeys({ choose: desk.setVerdict, next: desk.next, back: desk.back }, signal.mayJudge && !signal.goneAt);
  return (
    <div className="page signal-page">
      <PageHeader
        title={signal.subject.label}
        crumbs={[{ label: t('title'), to: '/agencies/signals' }, { label: signal.kindLabel }]}
        tags={
          <>
            <StatusTag tone={stateTone(signal.state)}>{t(`state.${signal.state}`)}</StatusTag>
            {signal.changedSince && <StatusTag tone="warn">{t('changedSince')}</StatusTag>}
            {signal.goneAt && <StatusTag>{t('gone')}</StatusTag>}
          </>
        }
        meta={
          <>
            <MetaItem label={t('kind')}>{signal.kindLabel}</MetaItem>
            <MetaItem label={t('filings')}>{formatExact(signal.filings)}</MetaItem>
            {signal.towns.length > 0 && <MetaItem label={t('town')}>{signal.towns.join('、')}</MetaItem>}
            <MetaItem label={t('firstSeen')}>{formatMoment(signal.firstSeenAt)}</MetaItem>
          </>
        }
        actions={
          <>
            <KeyHint keys={['B']} label={t('backToList')} />
            {signal.nextId && (
              <Button onClick={desk.next}>
                {t('next')} <kbd>N</kbd>
              </Button>
            )}
          </>
        }
      />
      <div className="panel standing signal-why">
        <p>{signal.why}</p>
        <span className="muted">{t('onlyASignal')}</span>
      </div>
      <div className="record">
        <div>
          {signal.mayJudge && (
            <JudgePanel
              signal={signal}
              verdict={desk.verdict}
              reason={desk.reason}
              held={desk.held}
              busy={desk.busy}
              onVerdict={desk.setVerdict}
              onReason={desk.setReason}
              onSay={desk.say}
              onWithdraw={desk.withdraw}
            />
          )}
          <Evidence signal={signal} />
          {signal.rows.length > 0 && (
            <FilingRows
              signal={signal}
              chosen={desk.choosable && !signal.goneAt ? desk.chosen : undefined}
              onChoose={desk.choose}
            />
          )}
        </div>
        <div>
          <Section title={t('baseline')} note={signal.unit}>
            <BaselineChart signal={signal} />
          </Section>
          <Section title={t('definition')}>
            <p>{signal.definition}</p>
            <p className="soft">{signal.article}</p>
            {signal.articleText && <blockquote className="article-text">{signal.articleText}</blockquote>}
          </Section>
          <Learned signal={signal} />
          <History signal={signal} />
        </div>
      </div>
    </div>
  );
}

/** One signal: what is odd, on what evidence, what is usual, what people said of it, and what that taught. */
export function Page() {
  const { i18n } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(signalQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return <Loaded key={id} signal={query.data} />;
}
