import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { makeId } from '../../lib/make-id.ts';
import { drafts, draftsChanged } from './drafts.ts';
import { useSend } from './use-drafts.ts';
import { again, type DraftState, isEditable, queue, type VisitDraft } from './visit-draft.ts';

const tones: Record<DraftState, Tone> = {
  draft: 'plain',
  queued: 'warn',
  sending: 'info',
  sent: 'good',
  failed: 'late',
};

function Remark({ draft }: { draft: VisitDraft }) {
  const { t } = useTranslation('work');
  const remarks = [
    draft.reason && (draft.state === 'queued' ? t('outbox.waits', { reason: draft.reason }) : draft.reason),
    draft.state === 'failed' && t('outbox.nothingLost'),
    draft.alsoLoggedBy && t('outbox.alsoLogged', { name: draft.alsoLoggedBy }),
    draft.note,
    draft.differs && t('outbox.differs'),
  ].filter(Boolean);
  return remarks.length === 0 ? null : (
    <p className={draft.state === 'failed' ? 'late' : 'soft'}>{remarks.join(' ')}</p>
  );
}

function Actions({ draft }: { draft: VisitDraft }) {
  const { t } = useTranslation(['work', 'common']);
  const send = useSend();
  const { modal } = App.useApp();
  const retry = async () => {
    await drafts.update(draft.id, queue);
    draftsChanged();
    await send(true);
  };
  const sendAgain = async () => {
    await drafts.put(queue(again(draft, makeId(), Date.now())));
    await drafts.update(draft.id, (row) => ({ ...row, differs: false }));
    draftsChanged();
    await send(true);
  };
  const discard = () =>
    modal.confirm({
      title: t('outbox.discardTitle', { name: draft.name }),
      content: t('outbox.discardText'),
      icon: null,
      okText: t('outbox.discard'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: async () => {
        await drafts.delete(draft.id);
        draftsChanged();
      },
    });
  if (draft.state === 'sending' || (draft.state === 'sent' && !draft.differs)) return null;
  return (
    <div className="row draft-actions">
      {draft.differs && <Button onClick={() => void sendAgain()}>{t('outbox.sendAgain')}</Button>}
      {isEditable(draft) && (
        <Link className="link" to={`/cultivation/targets/${draft.targetId}/visit?draft=${draft.id}`}>
          {t(draft.state === 'draft' ? 'outbox.goOn' : 'outbox.edit')}
        </Link>
      )}
      {(draft.state === 'failed' || draft.state === 'queued') && (
        <button type="button" className="link" onClick={() => void retry()}>
          {t('outbox.retry')}
        </button>
      )}
      {!draft.logged && (
        <button type="button" className="link" onClick={discard}>
          {t('outbox.discard')}
        </button>
      )}
    </div>
  );
}

/** Visits on this device, each with where it stands between being written and having arrived. */
export function DraftList({ items, named }: { items: readonly VisitDraft[]; named?: boolean }) {
  const { t } = useTranslation(['work', 'cultivation']);
  return (
    <ul className="draft-list">
      {items.map((draft) => (
        <li key={draft.id} className={draft.state}>
          <div className="draft-head">
            <b>{named ? draft.name : draft.values.visitedOn}</b>
            <StatusTag tone={tones[draft.state]}>{t(`outbox.state.${draft.state}`)}</StatusTag>
          </div>
          <p className="draft-words">
            {named && <span className="mono">{draft.values.visitedOn} </span>}
            {draft.values.summary || <span className="muted">{t('outbox.noWords')}</span>}
            {draft.photos.length > 0 && (
              <span className="muted"> {t('outbox.photos', { total: draft.photos.length })}</span>
            )}
          </p>
          <Remark draft={draft} />
          <Actions draft={draft} />
        </li>
      ))}
    </ul>
  );
}
