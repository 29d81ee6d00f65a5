import { useMutation } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { type Paper, useMoved } from './papers-query.ts';

type Act = 'submit' | 'approve' | 'return' | 'issue' | 'withdraw';

function useActs(paper: Paper, opinion: string) {
  const moved = useMoved();
  const params = { id: paper.id };
  const { version } = paper;
  const said = opinion.trim() === '' ? null : opinion.trim();
  const calls: Readonly<Record<Act, () => Promise<unknown>>> = {
    submit: () => api.submitCasePaper({ params, body: { version, opinion: said } }),
    approve: () => api.approveCasePaper({ params, body: { version, verdict: 'approved', opinion: said } }),
    return: () => api.approveCasePaper({ params, body: { version, verdict: 'returned', opinion: said } }),
    issue: () => api.issueCasePaper({ params, body: { version } }),
    withdraw: () => api.withdrawCasePaper({ params, body: { reason: opinion.trim() } }),
  };
  return useMutation({ mutationFn: (act: Act) => calls[act](), onSuccess: moved });
}

/** What the law wants a decision to say, each with what the paper says of it. */
function Elements({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  if (paper.elements.length === 0) return null;
  return (
    <details className="paper-elements" open={paper.elements.some(({ met }) => !met)}>
      <summary>
        {t('elements.title', { met: paper.elements.filter(({ met }) => met).length, all: paper.elements.length })}
      </summary>
      <ul>
        {paper.elements.map((one) => (
          <li key={one.element} className={one.met ? 'met' : 'unmet'}>
            <b>{t(one.met ? 'elements.met' : 'elements.unmet')}</b>
            {one.label}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Way({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  const steps = [
    { key: 'draft', label: t('way.draft'), done: paper.state !== 'draft' },
    ...paper.steps.map(({ step, label, done }) => ({ key: step, label, done: done && paper.state !== 'draft' })),
    { key: 'issue', label: t('way.issue'), done: paper.state === 'issued' || paper.state === 'served' },
    ...(paper.service === 'none' ? [] : [{ key: 'serve', label: t('way.serve'), done: paper.state === 'served' }]),
  ];
  const now = steps.findIndex(({ done }) => !done);
  return (
    <ol className="paper-way">
      {steps.map(({ key, label, done }, at) => (
        <li
          key={key}
          className={done ? 'done' : at === now ? 'now' : undefined}
          aria-current={at === now ? 'step' : undefined}
        >
          {label}
        </li>
      ))}
    </ol>
  );
}

/** Where the paper stands and what the reader can do with it now. */
export function PaperSteps({ paper }: { paper: Paper }) {
  const { t } = useTranslation(['case-papers', 'common']);
  const { modal } = App.useApp();
  const [opinion, setOpinion] = useState('');
  const act = useActs(paper, opinion);
  const ready = paper.missing.length === 0 && paper.elements.every(({ met }) => met);
  const mine = paper.next?.mine === true;
  const drafts = paper.state === 'draft' && paper.may.draft;
  const issues = paper.state === 'approved' && paper.may.issue;
  const withdraws = paper.may.draft && ['draft', 'submitted', 'approved', 'issued'].includes(paper.state);
  const run = (one: Act) => act.mutate(one, { onSuccess: () => setOpinion('') });
  const issue = () =>
    modal.confirm({
      title: t('issue.title', { title: paper.title }),
      content: t('issue.text'),
      okText: t('issue.ok'),
      cancelText: t('common:cancel'),
      onOk: () => act.mutateAsync('issue').catch(() => undefined),
    });
  if (paper.state === 'withdrawn') return null;
  return (
    <Section title={t('way.title')}>
      <Way paper={paper} />
      <Elements paper={paper} />
      {paper.next && !mine && <p className="soft">{paper.next.reason ?? t('way.waits', { who: paper.next.label })}</p>}
      {(drafts || mine || withdraws) && (
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 5 }}
          value={opinion}
          maxLength={1000}
          placeholder={t(mine ? 'opinion.approve' : drafts ? 'opinion.submit' : 'opinion.withdraw')}
          aria-label={t('opinion.label')}
          onChange={(event) => setOpinion(event.target.value)}
        />
      )}
      <div className="paper-acts">
        {drafts && (
          <Button type="primary" disabled={!ready} loading={act.isPending} onClick={() => run('submit')}>
            {t('act.submit')}
          </Button>
        )}
        {mine && (
          <>
            <Button type="primary" loading={act.isPending} onClick={() => run('approve')}>
              {t('act.approve', { who: paper.next?.label })}
            </Button>
            <Button disabled={opinion.trim() === ''} onClick={() => run('return')}>
              {t('act.return')}
            </Button>
          </>
        )}
        {issues && (
          <Button type="primary" loading={act.isPending} onClick={issue}>
            {t('act.issue')}
          </Button>
        )}
        {withdraws && (
          <Button type="text" disabled={opinion.trim().length < 2} onClick={() => run('withdraw')}>
            {t('act.withdraw')}
          </Button>
        )}
      </div>
      {drafts && !ready && <p className="soft">{t('act.notReady')}</p>}
      {act.error && <ErrorBox error={act.error} />}
    </Section>
  );
}
