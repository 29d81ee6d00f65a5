import type { EvidenceItem } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { StatusTag } from '../status-tag.tsx';

/** The small picture of an item, or a sheet that says what it is. */
export function EvidencePicture({ fileId, item }: { fileId: string; item: EvidenceItem }) {
  if (item.hasThumbnail)
    return (
      <img
        src={urlOf(routes.downloadThumbnail, { params: { id: fileId, itemId: item.id } })}
        alt=""
        loading="lazy"
        decoding="async"
      />
    );
  const ending = /\.([a-z0-9]{1,5})$/i.exec(item.fileName)?.[1]?.toUpperCase() ?? '';
  return (
    <span className="evidence-sheet" aria-hidden="true">
      {ending || item.kindLabel}
    </span>
  );
}

/** One item of a file as a card of the grid. */
export function EvidenceCard({ fileId, item, onOpen }: { fileId: string; item: EvidenceItem; onOpen: () => void }) {
  const { t } = useTranslation('evidence');
  const grave = item.doubts.some((doubt) => doubt.grave);
  return (
    <button type="button" className={`evidence-card ${item.setAside ? 'aside' : ''}`} onClick={onOpen}>
      <span className="evidence-picture">
        <EvidencePicture fileId={fileId} item={item} />
        <i className="evidence-no">{item.no}</i>
      </span>
      <span className="evidence-words">
        <b>{item.title}</b>
        <span className="evidence-tags">
          <StatusTag>{item.kindLabel}</StatusTag>
          {grave && <StatusTag tone="late">{t('doubt.time')}</StatusTag>}
          {item.setAside && <StatusTag>{t('setAside')}</StatusTag>}
          {item.stampedAt !== null && <StatusTag tone="good">{t('stamped')}</StatusTag>}
        </span>
        <small>
          {item.capturedAt === null
            ? (item.exifTime?.replace('T', ' ').slice(0, 16) ?? formatMoment(item.receivedAt))
            : formatMoment(item.capturedAt)}
          {' · '}
          {formatBytes(item.size)}
        </small>
      </span>
    </button>
  );
}
