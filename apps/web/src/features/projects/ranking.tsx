import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { toneOfState, Wan } from './amounts.tsx';
import { type CallDetail, expertHref, projectHref, type RankedProject } from './project-query.ts';
import { ScoreDots } from './score-dots.tsx';

function Row({ one, call }: { one: RankedProject; call: CallDetail }) {
  const { t } = useTranslation('projects');
  return (
    <tr className={one.withinQuota ? undefined : 'beyond'}>
      <td className="rank-no">{one.rank}</td>
      <td className="phone-title">
        <span className="rank-phone">{one.rank}</span>
        <Link className="cell-title" to={projectHref(one.projectId)}>
          {one.title}
        </Link>
        <span className="cell-sub">{one.lead}</span>
      </td>
      <td data-label={t('list.state')}>
        <StatusTag tone={toneOfState(one.state, 'open')}>{one.stateLabel}</StatusTag>
        {!one.passes && <span className="cell-sub late">{t('rank.fails', { mark: call.review.passMark })}</span>}
      </td>
      <td className="wide">
        <ScoreDots scores={one.scores} passMark={call.review.passMark} />
        <span className="cell-sub score-names">
          {one.scores
            .filter((score) => score.total !== null)
            .map((score) => (
              <Link
                key={score.expertId}
                className={score.outlier ? 'link late' : 'link'}
                to={expertHref(score.expertId)}
              >
                {score.expert} {score.total}
                {score.outlier && t('rank.outlierMark')}
                {score.state === 'withdrawn' && t('rank.withdrawnMark')}
              </Link>
            ))}
        </span>
      </td>
      <td className="right" data-label={t('list.score')}>
        <b>{one.parts.score.toFixed(2)}</b>
        <span className="cell-sub">
          {one.final ? t('rank.spread', { spread: one.parts.spread.toFixed(2) }) : t('rank.notFinal')}
        </span>
        <WhyLink
          why={{
            title: t('rank.why', { title: one.title }),
            answer: one.parts.score.toFixed(2),
            steps: one.parts.steps.map((text) => ({ kind: 'value' as const, text })),
          }}
        />
      </td>
      <td className="right" data-label={t('list.grant')}>
        <Wan fen={one.grantedFen ?? one.requestedFen} />
        {one.grantedFen === null && <span className="cell-sub">{t('list.asked')}</span>}
      </td>
    </tr>
  );
}

/** Projects of a call by score, with what each expert gave; a line stands where the quota ends. */
export function Ranking({ call, ranking }: { call: CallDetail; ranking: readonly RankedProject[] }) {
  const { t } = useTranslation('projects');
  const { leastExperts, passMark, outlierPoints } = call.review;
  return (
    <Section
      title={t('rank.title')}
      note={t('rank.note', { least: leastExperts, mark: passMark, points: outlierPoints })}
      flush
    >
      <div className="table-scroll">
        <table className="score-ranking">
          <thead>
            <tr>
              <th scope="col">{t('rank.rank')}</th>
              <th scope="col">{t('list.project')}</th>
              <th scope="col">{t('list.state')}</th>
              <th scope="col">{t('rank.scores')}</th>
              <th scope="col" className="right">
                {t('list.score')}
              </th>
              <th scope="col" className="right">
                {t('list.grant')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ranking.map((one) => (
              <Row key={one.projectId} one={one} call={call} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
