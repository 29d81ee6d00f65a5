import type { EvidenceDetail, RouteOutput, routes as Routes } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { ErrorBox } from '../error-box.tsx';
import { SkeletonLines } from '../skeleton.tsx';
import { StatusTag } from '../status-tag.tsx';
import { CustodyChain } from './custody-chain.tsx';
import { type EvidenceAct, EvidenceActDialog } from './evidence-acts.tsx';
import { evidenceItemQuery, refreshEvidence } from './evidence-query.ts';

type May = RouteOutput<(typeof Routes)['listEvidence']>['may'];

function Facts({ item }: { item: EvidenceDetail }) {
  const { t } = useTranslation('evidence');
  const facts: readonly (readonly [string, string | null])[] = [
    [t('field.capturedAt'), item.capturedAt === null ? null : formatMoment(item.capturedAt)],
    [t('field.exifTime'), item.exifTime?.replace('T', ' ') ?? null],
    [t('field.receivedAt'), formatMoment(item.receivedAt)],
    [t('field.source'), item.source],
    [t('field.place'), item.place],
    [t('field.camera'), item.exif?.camera ?? null],
    [
      t('field.position'),
      item.exif?.latitude === undefined ? null : `${item.exif.latitude}, ${item.exif.longitude ?? ''}`,
    ],
    [t('field.note'), item.note],
    [t('field.file'), `${item.fileName} · ${formatBytes(item.size)}`],
  ];
  return (
    <dl className="evidence-facts">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      <div>
        <dt>SHA-256</dt>
        <dd>
          <code className="hash">{item.sha256}</code>
        </dd>
      </div>
    </dl>
  );
}

function Preview({ fileId, item }: { fileId: string; item: EvidenceDetail }) {
  const url = urlOf(routes.downloadEvidence, { params: { id: fileId, itemId: item.id } });
  const small = urlOf(routes.downloadThumbnail, { params: { id: fileId, itemId: item.id } });
  const [whole, setWhole] = useState(false);
  const { t } = useTranslation('evidence');
  if (!item.mediaType.startsWith('image/')) return null;
  return (
    <div className="evidence-preview">
      {(whole || item.hasThumbnail) && <img src={whole ? url : small} alt={item.title} />}
      {!whole && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('showOriginal', { size: formatBytes(item.size) })}
        </Button>
      )}
    </div>
  );
}

function Stamps({ item }: { item: EvidenceDetail }) {
  const { t } = useTranslation('evidence');
  if (item.stamps.length === 0) return null;
  return (
    <ul className="evidence-stamps">
      {item.stamps.map((stamp) => (
        <li key={stamp.serial}>
          <StatusTag tone={stamp.trusted ? 'good' : 'warn'}>
            {t(stamp.trusted ? 'stamp.trusted' : 'stamp.unknown')}
          </StatusTag>{' '}
          {formatMoment(stamp.stampedAt)} {stamp.authority}
        </li>
      ))}
    </ul>
  );
}

function Body({ fileId, item, may }: { fileId: string; item: EvidenceDetail; may: May }) {
  const { t } = useTranslation('evidence');
  const queries = useQueryClient();
  const [act, setAct] = useState<EvidenceAct>();
  const verify = useMutation({
    mutationFn: () => api.verifyEvidence({ params: { id: fileId, itemId: item.id } }),
    onSuccess: () => void refreshEvidence(queries, fileId),
  });
  const used = item.setAside === null;
  return (
    <>
      {item.doubts.map((doubt) => (
        <p key={doubt.code} className={doubt.grave ? 'evidence-doubt grave' : 'evidence-doubt'}>
          {doubt.text}
        </p>
      ))}
      {item.setAside && (
        <p className="evidence-doubt">
          {t('setAsideSince', {
            at: formatMoment(item.setAside.at),
            by: item.setAside.by,
            reason: item.setAside.reason,
          })}
        </p>
      )}
      <Preview fileId={fileId} item={item} />
      <div className="row evidence-acts">
        <Button href={urlOf(routes.downloadEvidence, { params: { id: fileId, itemId: item.id } })} download>
          {t('download')}
        </Button>
        {may.custody && <Button onClick={() => setAct('custody')}>{t('dialog.custody')}</Button>}
        {may.custody && (
          <Button loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('verify.open')}
          </Button>
        )}
        {may.keep && <Button onClick={() => setAct('describe')}>{t('dialog.describe')}</Button>}
        {may.link && used && <Button onClick={() => setAct('link')}>{t('dialog.link')}</Button>}
        {may.keep && used && (
          <Button type="text" danger onClick={() => setAct('aside')}>
            {t('dialog.aside')}
          </Button>
        )}
      </div>
      {verify.error && <ErrorBox error={verify.error} />}
      <Facts item={item} />
      <Stamps item={item} />
      {item.files.length > 0 && (
        <>
          <h3 className="part">{t('otherFiles')}</h3>
          <ul className="evidence-files">
            {item.files.map((file) => (
              <li key={file.fileId}>
                <Link to={file.href}>
                  {file.number} {file.label}
                </Link>{' '}
                <span className="muted">{t('asNo', { no: file.no })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="part">{t('custody.title')}</h3>
      <CustodyChain entries={item.custody} intact={item.custodyIntact} />
      {act !== undefined && (
        <EvidenceActDialog act={act} fileId={fileId} item={item} onClose={() => setAct(undefined)} />
      )}
    </>
  );
}

/** One item with its times, custody and acts, beside the list. */
export function EvidenceDrawer({
  fileId,
  itemId,
  may,
  onClose,
}: {
  fileId: string;
  itemId: string;
  may: May;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation('evidence');
  const query = useQuery(evidenceItemQuery(fileId, itemId, i18n.language));
  const item = query.data;
  return (
    <Drawer
      open
      onClose={onClose}
      size={620}
      title={item === undefined ? t('item') : t('itemNo', { no: item.no, title: item.title })}
      destroyOnHidden
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {item === undefined ? (
        !query.error && <SkeletonLines lines={8} />
      ) : (
        <Body fileId={fileId} item={item} may={may} />
      )}
    </Drawer>
  );
}
