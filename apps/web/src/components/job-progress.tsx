import type { JobRun } from '@jince/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../lib/format.ts';
import './job-progress.css';

/** Seconds as a person says them: 约 40 秒, 约 3 分钟. */
function timeLeft(seconds: number, t: TFunction): string {
  if (seconds < 90) return t('common:job.seconds', { n: Math.max(1, Math.round(seconds)) });
  if (seconds < 5400) return t('common:job.minutes', { n: Math.round(seconds / 60) });
  return t('common:job.hours', { n: formatExact(seconds / 3600, 1) });
}

const toneOfJob = (state: JobRun['state']) => {
  if (state === 'succeeded') return 'good';
  return state === 'failed' || state === 'interrupted' ? 'late' : '';
};

interface JobProgressProps {
  readonly job: JobRun | undefined;
  readonly small?: boolean;
  readonly lost?: boolean;
  /** What is done are steps of the work, not rows. */
  readonly steps?: boolean;
}

/** How far a job is: bar, units done, time left. Without a known end the bar only says that it moves. */
export function JobProgress({ job, small, lost, steps }: JobProgressProps) {
  const { t } = useTranslation();
  const share = job?.total ? Math.min(1, job.done / job.total) : undefined;
  const ended = job?.finishedAt !== null && job !== undefined;
  const known = share !== undefined || ended;
  const done = job
    ? job.total
      ? t(steps ? 'job.stepOf' : 'job.doneOf', { done: formatExact(job.done), total: formatExact(job.total) })
      : job.done > 0
        ? t('job.done', { done: formatExact(job.done) })
        : ''
    : '';
  return (
    <div className={small ? 'job-progress small' : 'job-progress'}>
      <div
        className={`job-bar ${known ? '' : 'unknown'} ${job ? toneOfJob(job.state) : ''}`}
        role="progressbar"
        aria-label={job?.label ?? t('job.queued')}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
      >
        <i style={known ? { width: `${(share ?? 1) * 100}%` } : undefined} />
      </div>
      <div className="job-line">
        <span>{[small ? '' : job?.message, done].filter(Boolean).join(' · ')}</span>
        <span>
          {lost && !ended
            ? t('job.lost')
            : job?.state === 'queued'
              ? t('job.queued')
              : job && job.secondsLeft !== null && !ended
                ? t('job.left', { time: timeLeft(job.secondsLeft, t) })
                : ''}
        </span>
      </div>
    </div>
  );
}
