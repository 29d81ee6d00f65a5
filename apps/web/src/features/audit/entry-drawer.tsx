import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { formatExact, formatMoment } from '../../lib/format.ts';
import type { AuditEntry } from './audit-page.tsx';

/** Local time to the second; seconds are the same in every zone. */
const momentWithSeconds = (timestamp: string) => `${formatMoment(timestamp)}:${timestamp.slice(17, 19)}`;

/** A detail as one line: plain values as they are, nested ones as JSON. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}

/** Everything one entry of the log holds. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry | undefined; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const details = Object.entries(entry?.details ?? {});
  return (
    <Drawer open={entry !== undefined} onClose={onClose} title={entry?.actionLabel} size={540}>
      {entry && (
        <div className="stack">
          <Descriptions
            items={[
              { key: 'seq', label: t('seq'), value: formatExact(entry.seq) },
              { key: 'at', label: t('at'), value: <span className="mono">{momentWithSeconds(entry.at)}</span> },
              { key: 'actor', label: t('actor'), value: entry.actorName },
              { key: 'action', label: t('code'), value: <span className="mono">{entry.action}</span> },
              { key: 'result', label: t('result'), value: t(`results.${entry.result}`) },
              { key: 'source', label: t('source'), value: entry.source },
              { key: 'subject', label: t('subject'), value: entry.subjectLabel },
              { key: 'kind', label: t('subjectKind'), value: entry.subjectKind },
              { key: 'id', label: t('subjectId'), value: <span className="hash">{entry.subjectId}</span> },
              { key: 'hash', label: t('hash'), value: <span className="hash">{entry.hash}</span> },
            ]}
          />
          <section>
            <h3 className="audit-details-head">{t('details')}</h3>
            {details.length === 0 && <p className="muted">{t('noDetails')}</p>}
            <dl className="audit-details">
              {details.map(([key, value]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{textOf(value)}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      )}
    </Drawer>
  );
}
