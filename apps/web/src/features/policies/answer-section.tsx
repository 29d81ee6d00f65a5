import type { PolicyAnswer } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Money } from '../../components/money.tsx';
import { Section } from '../../components/section.tsx';
import { TraceTree } from '../../components/trace-tree.tsx';
import { formatYuan } from '../../lib/format.ts';
import { type PolicyAnswers, policyHref } from './policy-query.ts';

type OfPolicy = PolicyAnswers['policies'][number];

function Steps({ steps }: { steps: PolicyAnswer['entitlements'][number]['steps'] }) {
  return (
    <ol className="answer-steps">
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of an amount have fixed places
        <li key={at}>
          {step.text}
          <b>{formatYuan(step.fen)}</b>
        </li>
      ))}
    </ol>
  );
}

function Entitled({ answer }: { answer: PolicyAnswer }) {
  const { t } = useTranslation('policies');
  return answer.entitlements.map((one) => (
    <div key={one.key} className="answer-entitlement">
      <p>
        {one.label} <span className="mono">{one.key.split(':')[1]}</span>
        {one.achievedOn && <span className="muted"> {t('answers.achieved', { day: one.achievedOn })}</span>}
      </p>
      <Steps steps={one.steps} />
      <TraceTree trace={one.achievement} label={t('answers.achievementTrace')} />
    </div>
  ));
}

function Refused({ answer, isBarred }: { answer: PolicyAnswer; isBarred: boolean }) {
  const { t } = useTranslation('policies');
  const nothingFound = answer.needsClaim && answer.refusals.every(({ code }) => code === 'achievement');
  if (nothingFound && !isBarred)
    return <p className="answer-claim">{t('answers.needsClaim', { fields: answer.declared.join(t('comma')) })}</p>;
  if (answer.refusals.length === 0) return null;
  return (
    <ul className="answer-refusals">
      {answer.fen > 0 && <li className="muted">{t('answers.others')}</li>}
      {answer.refusals.map(({ code, text, article }) => (
        <li key={`${code}${text}`} className={code === 'unknown' ? 'warn' : undefined}>
          {text}
          {article && <small>{article}</small>}
        </li>
      ))}
    </ul>
  );
}

function statusOf(answer: PolicyAnswer, isBarred: boolean): 'paid' | 'claim' | 'open' | 'none' {
  if (answer.fen > 0) return 'paid';
  if (answer.refusals.some(({ code }) => code === 'unknown')) return 'open';
  const claimable = answer.needsClaim && answer.refusals.every(({ code }) => code === 'achievement');
  return claimable && !isBarred ? 'claim' : 'none';
}

const signs = { paid: '✓', claim: '…', open: '?', none: '–' } as const;

function Answer({ answer, isBarred }: { answer: PolicyAnswer; isBarred: boolean }) {
  const { t } = useTranslation('policies');
  const status = statusOf(answer, isBarred);
  return (
    <details className={`answer ${status}`} open={status === 'paid'}>
      <summary>
        <i aria-hidden="true">{signs[status]}</i>
        <span>
          {answer.name}
          <small>{answer.clause}</small>
        </span>
        {status === 'paid' ? <Money fen={answer.fen} unit /> : <em>{t(`answers.status.${status}`)}</em>}
      </summary>
      <div className="answer-body">
        <Entitled answer={answer} />
        <Refused answer={answer} isBarred={isBarred} />
        {answer.eligibility && (
          <>
            <h4>{t('answers.eligibilityTrace')}</h4>
            <TraceTree trace={answer.eligibility} label={t('answers.eligibilityTrace')} />
          </>
        )}
      </div>
    </details>
  );
}

/** What one policy gives the enterprise: what bars it from all, then each item. */
export function PolicyAnswerSection({ policy }: { policy: OfPolicy }) {
  const { t } = useTranslation('policies');
  const isBarred = policy.barred.length > 0;
  return (
    <Section
      title={policy.title}
      note={
        <Link className="link" to={policyHref(policy.id)}>
          {t('version', { n: policy.version })}
        </Link>
      }
      extra={
        <span className="answers-total">
          {t('answers.total')} <Money fen={policy.fen} example={policy.example} unit />
        </span>
      }
    >
      {isBarred && (
        <div className="answers-barred" role="note">
          <b>{t('answers.barred')}</b>
          <ul>
            {policy.barred.map(({ text, article }) => (
              <li key={text}>
                {text}
                {article && <small>{article}</small>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {policy.answers.map((answer) => (
        <Answer key={answer.item} answer={answer} isBarred={isBarred} />
      ))}
      <details className="answer preconditions">
        <summary>
          <i aria-hidden="true">{isBarred ? '✕' : '✓'}</i>
          <span>{t('answers.preconditions')}</span>
        </summary>
        <div className="answer-body">
          {policy.preconditions.map(({ label, trace }) => (
            <TraceTree key={label} trace={trace} label={label} />
          ))}
        </div>
      </details>
    </Section>
  );
}
