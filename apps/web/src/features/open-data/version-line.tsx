import type { DatasetVersion } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatExact, formatMoment } from '../../lib/format.ts';

interface VersionLineProps {
  readonly code: string;
  readonly version: DatasetVersion;
  readonly current: boolean;
  readonly open: boolean;
  readonly onDifference: () => void;
  readonly onWithdraw?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** Whether the files are what the database says, checked when somebody asks. */
function Proof({ code, no }: { code: string; no: number }) {
  const { t, i18n } = useTranslation('open-data');
  const verify = useMutation({
    mutationKey: ['verify-dataset', code, no, i18n.language],
    mutationFn: () => api.verifyDatasetVersion({ params: { code, no } }),
  });
  return (
    <>
      <Button size="small" onClick={() => verify.mutate()} loading={verify.isPending}>
        {t('verify')}
      </Button>
      {verify.error && <ErrorBox error={verify.error} />}
      {verify.data && (
        <ul className="proof" aria-live="polite">
          {verify.data.checks.map((one) => (
            <li key={one.code}>
              <StatusTag tone={one.ok ? 'good' : 'late'}>{t(one.ok ? 'equal' : 'differs')}</StatusTag> {one.text}
            </li>
          ))}
          {verify.data.source === 'kept' && <li className="muted">{t('sourceGone')}</li>}
          {verify.data.differences > 0 && <li>{t('differences', { n: verify.data.differences })}</li>}
        </ul>
      )}
    </>
  );
}

function Files({ code, version }: { code: string; version: DatasetVersion }) {
  const files = [
    { format: 'csv', size: version.csvSize, sha256: version.csvSha256 },
    { format: 'json', size: version.jsonSize, sha256: version.jsonSha256 },
  ] as const;
  return (
    <ul className="version-files">
      {files.map(({ format, size, sha256 }) => (
        <li key={format}>
          <a
            className="link"
            href={urlOf(routes.downloadDatasetVersion, { params: { code, no: version.no }, query: { format } })}
            download
          >
            {format.toUpperCase()}
          </a>{' '}
          <span className="muted">{formatBytes(size)}</span> <code title={sha256}>{sha256.slice(0, 16)}…</code>
        </li>
      ))}
    </ul>
  );
}

/** One version of a dataset. */
export function VersionLine({ code, version, current, open, onDifference, onWithdraw, children }: VersionLineProps) {
  const { t } = useTranslation('open-data');
  const gone = version.withdrawnAt !== null;
  return (
    <li className={gone ? 'version gone' : 'version'}>
      <div className="version-head">
        <b>{t('versionNo', { n: version.no })}</b>
        {current && <StatusTag tone="good">{t('current')}</StatusTag>}
        {gone && <StatusTag tone="late">{t('withdrawn')}</StatusTag>}
        <span className="mono soft">{formatMoment(version.readAt)}</span>
        <span className="soft">
          {t('rowsOf', { n: formatExact(version.rows) })} ·{' '}
          {t('delta', { added: version.added, removed: version.removed, changed: version.changed })}
        </span>
      </div>
      {gone ? (
        <p className="version-reason">
          {t('withdrawnBy', { by: version.withdrawnBy, at: formatMoment(version.withdrawnAt ?? '') })}
          {version.withdrawnReason}
        </p>
      ) : (
        <Files code={code} version={version} />
      )}
      <div className="version-actions">
        <Button size="small" aria-expanded={open} onClick={onDifference}>
          {t('showDifference')}
        </Button>
        <Proof code={code} no={version.no} />
        {onWithdraw && (
          <Button size="small" danger onClick={onWithdraw}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      {children}
    </li>
  );
}
