import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatCount, formatExact, formatMoment } from '../../lib/format.ts';

/** Checks the whole chain and its signed checkpoints, and says what was found. */
export function AuditVerify() {
  const { t } = useTranslation('audit');
  const verify = useMutation({
    mutationFn: async () => ({ result: await api.verifyAudit(), at: new Date().toISOString() }),
  });
  const result = verify.data?.result;
  return (
    <div className="audit-verify">
      <Section
        title={t('verify.title')}
        note={t('verify.note')}
        extra={
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
            {t(result ? 'verify.again' : 'verify.run')}
          </Button>
        }
      >
        {verify.error && <ErrorBox error={verify.error} onRetry={() => verify.mutate()} />}
        {!result && !verify.error && <p className="soft">{t('verify.text')}</p>}
        {result && (
          <div aria-live="polite">
            <p className="verify-answer">
              <StatusTag tone={result.ok ? 'good' : 'late'}>{t(result.ok ? 'verify.ok' : 'verify.broken')}</StatusTag>{' '}
              {t(result.ok ? 'verify.okText' : 'verify.brokenText', { total: result.problems.length })}
            </p>
            <dl className="verify-facts">
              <div>
                <dt>{t('verify.entries')}</dt>
                <dd>{formatExact(result.entries)}</dd>
              </div>
              <div>
                <dt>{t('verify.checkpoints')}</dt>
                <dd>{formatExact(result.checkpoints)}</dd>
              </div>
              <div>
                <dt>{t('verify.speed')}</dt>
                <dd>
                  {formatCount(Math.round(result.entriesPerSecond))} <small>{t('verify.perSecond')}</small>
                </dd>
              </div>
              <div>
                <dt>{t('verify.at')}</dt>
                <dd>{formatMoment(verify.data?.at ?? '')}</dd>
              </div>
              <div className="wide">
                <dt>{t('verify.head', { seq: formatExact(result.headSeq) })}</dt>
                <dd className="hash">{result.headHash}</dd>
              </div>
            </dl>
            {result.problems.length > 0 && (
              <ul className="verify-problems">
                {result.problems.map((problem) => (
                  <li key={`${problem.kind}${problem.seq}${problem.text}`}>
                    <StatusTag tone="late">{t(`verify.kind.${problem.kind}`)}</StatusTag>
                    {problem.seq !== null && <b className="mono">{t('verify.entry', { seq: problem.seq })}</b>}
                    <span>{problem.text}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Section>
    </div>
  );
}
