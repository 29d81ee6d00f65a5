import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import {
  creditKeys,
  type Evaluation,
  evaluationQuery,
  subjectPath,
  toneOfEvaluation,
  useCreditBase,
} from './credit-query.ts';
import { GradeMark } from './grade-mark.tsx';
import { TraceLines } from './trace-lines.tsx';
import './agency-credit.css';

interface ResultBoxProps {
  readonly label: string;
  readonly score: number | null;
  readonly grade: string | null;
  readonly day: string | null;
}

function ResultBox({ label, score, grade, day }: ResultBoxProps) {
  const { t } = useTranslation('agency-credit');
  return (
    <div className="result-box">
      <small>{label}</small>
      <span>
        <GradeMark grade={grade} large />
        <b className="credit-number">{score ?? '—'}</b>
      </span>
      <small className="muted">{day ?? t('evaluation.notTold')}</small>
    </div>
  );
}

function Result({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('agency-credit');
  const repairable = evaluation.finalLines?.some(
    (line) =>
      line.repairable &&
      line.counted < 0 &&
      !evaluation.repairs.some((repair) => repair.granted === true && repair.eventIds.includes(line.eventId)),
  );
  return (
    <div className="result-boxes panel">
      <ResultBox
        label={t('evaluation.preliminary')}
        score={evaluation.preliminaryScore}
        grade={evaluation.preliminaryGrade}
        day={evaluation.noticedOn}
      />
      <span className="result-arrow" aria-hidden="true">
        →
      </span>
      {evaluation.finalOn === null ? (
        <span className="result-box muted">{t('evaluation.finalOpen')}</span>
      ) : (
        <ResultBox
          label={t('evaluation.final')}
          score={evaluation.finalScore}
          grade={evaluation.finalGrade}
          day={evaluation.finalOn}
        />
      )}
      <div className="result-words">
        {evaluation.state === 'noticed' && evaluation.objectUntil && (
          <p>{t('evaluation.mayObjectUntil', { day: evaluation.objectUntil })}</p>
        )}
        {evaluation.finalOn !== null && evaluation.whyNoRepair !== null && repairable && (
          <p className="muted">{evaluation.whyNoRepair}</p>
        )}
        {evaluation.finalOn !== null && evaluation.whyNoRepair === null && repairable && (
          <p>{t('evaluation.mayRepair')}</p>
        )}
      </div>
    </div>
  );
}

type Appeal = Evaluation['objections'][number] | Evaluation['repairs'][number];

function AppealView({
  appeal,
  day,
  granted,
  labels,
}: {
  appeal: Appeal;
  day: string;
  granted: boolean | null;
  labels: string;
}) {
  const { t } = useTranslation('agency-credit');
  return (
    <div className="appeal">
      <p>
        <b>{t(`${labels}.by`, { by: appeal.by, day })}</b>
        {granted !== null && (
          <StatusTag tone={granted ? 'good' : 'plain'}>{t(`${labels}.${granted ? 'yes' : 'no'}`)}</StatusTag>
        )}
      </p>
      <p className="appeal-text">{appeal.text}</p>
      {appeal.firstOpinion !== null && (
        <p>
          <b>{t('appeal.first', { day: appeal.firstOn })}</b> {appeal.firstOpinion}{' '}
          <small className="muted">{t(appeal.firstSupports ? 'appeal.supports' : 'appeal.opposes')}</small>
        </p>
      )}
      {appeal.decision !== null && (
        <p>
          <b>{t('appeal.second', { day: appeal.decidedOn })}</b> {appeal.decision}
        </p>
      )}
    </div>
  );
}

function Appeals({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('agency-credit');
  return (
    <>
      {evaluation.objections.length > 0 && (
        <Section title={t('objection.title')}>
          {evaluation.objections.map((one) => (
            <AppealView key={one.id} appeal={one} day={one.receivedOn} granted={one.upheld} labels="objection" />
          ))}
        </Section>
      )}
      {evaluation.repairs.length > 0 && (
        <Section title={t('repair.title')}>
          {evaluation.repairs.map((one) => (
            <AppealView key={one.id} appeal={one} day={one.askedOn} granted={one.granted} labels="repair" />
          ))}
        </Section>
      )}
    </>
  );
}

/** One evaluation: both results with their traces, where it stands, objections and repairs. */
export function Page() {
  const { t, i18n } = useTranslation('agency-credit');
  const base = useCreditBase();
  const { id = '' } = useParams();
  const query = useQuery(evaluationQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  const evaluation = query.data;
  if (!evaluation) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={evaluation.name}
        crumbs={[
          { label: t('title'), to: base },
          base === '/credit'
            ? { label: evaluation.roundTitle }
            : { label: evaluation.roundTitle, to: `${base}/rounds/${evaluation.roundId}` },
        ]}
        tags={<StatusTag tone={toneOfEvaluation(evaluation)}>{evaluation.stateLabel}</StatusTag>}
        meta={
          <>
            <span className="mono">{evaluation.number}</span>
            <MetaItem label={t('asOf')}>
              <span className="mono">{evaluation.asOf}</span>
            </MetaItem>
            <Link className="link" to={`${subjectPath(base, evaluation)}?asOf=${evaluation.asOf}`}>
              {t('evaluation.trace')}
            </Link>
          </>
        }
      />
      <Result evaluation={evaluation} />
      <ProcedurePanel
        fileId={evaluation.fileId}
        refreshes={creditKeys}
        renderDialog={({ action, onClose }) =>
          action.action === 'object' || action.action === 'request-repair' ? (
            <AppealDialog
              kind={action.action === 'object' ? 'object' : 'repair'}
              evaluation={evaluation}
              onClose={onClose}
            />
          ) : undefined
        }
      >
        <Appeals evaluation={evaluation} />
        <Section title={t(evaluation.finalLines === null ? 'evaluation.preliminaryLines' : 'evaluation.finalLines')}>
          <TraceLines lines={evaluation.finalLines ?? evaluation.preliminaryLines} />
        </Section>
      </ProcedurePanel>
    </div>
  );
}
