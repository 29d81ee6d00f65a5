import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import type { Hit } from './watch-query.ts';

interface HitProofProps {
  readonly hit: Hit;
  readonly kept: Pick<Hit['rows'][number], 'sha256' | 'proof'>;
}

const TONES = { waiting: 'warn', sealed: 'info', stamped: 'good' } as const;

/** Under which stamp something kept stands; it can be checked here, and taken along to be checked by others. */
export function HitProof({ hit, kept: { sha256, proof } }: HitProofProps) {
  const { t } = useTranslation('trademark-watch');
  const params = { id: hit.id, sha256 };
  const check = useMutation({ mutationFn: () => api.checkHitProof({ params }) });
  const found = check.data;
  const sound = found?.same && found.path !== false && found.stamp !== false;
  return (
    <div className="hit-proof">
      <code className="hash">SHA-256 {sha256}</code>
      <p className="proof-line">
        <StatusTag tone={TONES[proof.state]}>{t(`proof.${proof.state}`)}</StatusTag>
        {proof.at !== null && (
          <small>
            {t(proof.by === null ? 'proof.sealedAt' : 'proof.stampedAt', { at: formatMoment(proof.at), by: proof.by })}
          </small>
        )}
        <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>
          {t('proof.check')}
        </Button>
        {proof.state !== 'waiting' && (
          <a className="link" href={urlOf(routes.getHitProof, { params })} download>
            {t('proof.take')}
          </a>
        )}
      </p>
      {found !== undefined && (
        <p role="status" className={sound ? 'soft' : 'proof-broken'}>
          {t(found.same ? 'proof.same' : 'proof.changed')}
          {found.path !== null && t(found.path ? 'proof.pathHolds' : 'proof.pathBroken')}
          {found.stamp !== null && t(found.stamp ? 'proof.stampHolds' : 'proof.stampBroken')}
          {found.stamp === true && found.trusted === false && t('proof.untrusted')}
        </p>
      )}
      {check.error && <ErrorBox error={check.error} />}
    </div>
  );
}
