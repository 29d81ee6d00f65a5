import type { PolicyAnswer, TraceNode } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Money } from '../../components/money.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { TraceTree } from '../../components/trace-tree.tsx';
import { api } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';
import type { WhatIfState } from './use-what-if.ts';

/** A rule that always holds looked at nothing. */
const saysSomething = (trace: TraceNode) => trace.parts.length > 0 || trace.inputs.length > 0;

function Entitled({ answer }: { answer: PolicyAnswer }) {
  const { t } = useTranslation('what-if');
  return answer.entitlements.map((one) => (
    <div key={one.key} className="what-if-entitled">
      <p>
        {one.label} <span className="mono">{one.key.split(':')[1]}</span>
        {one.achievedOn && <span className="muted"> {t('achievedOnDay', { day: one.achievedOn })}</span>}
      </p>
      <ol>
        {one.steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of an amount have fixed places
          <li key={at}>
            <span>{step.text}</span>
            <b>{formatYuan(step.fen)}</b>
          </li>
        ))}
      </ol>
      {saysSomething(one.achievement) && <TraceTree trace={one.achievement} label={t('achievementTrace')} />}
    </div>
  ));
}

function Answer({ answer }: { answer: PolicyAnswer }) {
  const { t } = useTranslation('what-if');
  const isPaid = answer.fen > 0;
  return (
    <details className="what-if-answer" open={isPaid}>
      <summary>
        <span>
          {answer.name} <small>{answer.clause}</small>
        </span>
        {isPaid ? (
          <Money fen={answer.fen} unit />
        ) : (
          <span className="muted">{t(answer.needsClaim ? 'needsClaim' : 'nothing')}</span>
        )}
      </summary>
      <Entitled answer={answer} />
      {answer.refusals.length > 0 && (
        <ul className="what-if-refusals">
          {answer.refusals.map(({ code, text, article }) => (
            <li key={`${code}${text}`} className={code === 'unknown' ? 'warn' : undefined}>
              {text}
              {article && <small>{article}</small>}
            </li>
          ))}
        </ul>
      )}
      {answer.eligibility && saysSomething(answer.eligibility) && (
        <TraceTree trace={answer.eligibility} label={t('eligibilityTrace')} />
      )}
    </details>
  );
}

/** Why one enterprise gets what it gets under the policy as it is moved. */
export function ExplainDrawer({
  party,
  state,
  example,
  onClose,
}: {
  party: string | undefined;
  state: WhatIfState;
  example: boolean;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['what-if', 'common']);
  const query = useQuery({
    queryKey: ['what-if-explain', party, state.question, i18n.language],
    queryFn: ({ signal }) => api.explainWhatIf({ body: { ...state.question, party: party ?? '' } }, signal),
    enabled: party !== undefined,
    retry: false,
  });
  const answer = query.data;
  const items = answer?.items.toSorted((a, b) => b.fen - a.fen) ?? [];
  return (
    <Drawer open={party !== undefined} onClose={onClose} title={answer?.party.name ?? t('explain')} size={620}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && party !== undefined && <SkeletonLines lines={10} />}
      {answer && (
        <div className="what-if-explained">
          <p className="what-if-explained-sum">
            <span>
              {t('explainedSum')} <Money fen={answer.fen} unit example={example} />
            </span>
            <Link className="link" to={`/enterprises/${answer.party.id}`}>
              {t('toParty')}
            </Link>
          </p>
          {items.map((one) => (
            <Answer key={one.item} answer={one} />
          ))}
        </div>
      )}
    </Drawer>
  );
}
