import type { MarkLife, UseEvidence } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { type SendOptions, sendFile } from '../../lib/send-form.ts';
import { useUploads } from '../../lib/use-uploads.ts';
import { FileProgress } from './file-progress.tsx';
import { FILES_AT_ONCE, PAPERS, useMoved } from './life-query.ts';

/** Says what went wrong, where a message is enough. */
export function useTell() {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  return (error: unknown) => {
    const text = describeError(error, t);
    message.error(text.detail ?? text.title);
  };
}

function Withdraw({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['trademark-portfolio', 'common']);
  const [reason, setReason] = useState('');
  const moved = useMoved();
  const onError = useTell();
  const save = useMutation({
    mutationFn: () => api.withdrawUseEvidence({ params: { id }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      moved();
      onClose();
    },
    onError,
  });
  return (
    <Modal
      open
      title={t('use.withdraw')}
      okText={t('use.withdraw')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <Field label={t('use.reason')} help={t('use.withdrawHelp')}>
        {(ids) => <Input {...ids} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />}
      </Field>
    </Modal>
  );
}

type Send = (file: File, sending: SendOptions) => Promise<unknown>;

/** Sends photos and papers side by side; what arrived shows with its owner, what failed stays here to be sent again. */
export function AddFiles({ label, send }: { label: string; send: Send }) {
  const id = useId();
  const moved = useMoved();
  const { uploads, add, again, stop, remove } = useUploads({ atOnce: FILES_AT_ONCE, onSent: moved });
  return (
    <div className="portfolio-upload no-print">
      <label htmlFor={id} className="link">
        {label}
      </label>
      <input
        id={id}
        type="file"
        multiple
        className="sr-only"
        accept={PAPERS}
        onChange={(event) => {
          add([...(event.target.files ?? [])], send);
          event.target.value = '';
        }}
      />
      <FileProgress
        items={uploads.filter(({ state }) => state !== 'done')}
        onAgain={again}
        onStop={stop}
        onRemove={remove}
      />
    </div>
  );
}

function Piece({ piece, mayKeep, onWithdraw }: { piece: UseEvidence; mayKeep: boolean; onWithdraw: () => void }) {
  const { t } = useTranslation('trademark-portfolio');
  const open = mayKeep && piece.withdrawn === null;
  return (
    <li className={piece.withdrawn ? 'withdrawn' : undefined}>
      <div className="use-head">
        <b>{t(`kind.${piece.kind}`)}</b>
        <span className="mono">{piece.from === piece.until ? piece.from : `${piece.from} – ${piece.until}`}</span>
        {piece.withdrawn ? (
          <StatusTag>{t('use.withdrawn', { on: piece.withdrawn.on })}</StatusTag>
        ) : (
          !piece.counts && <StatusTag tone="warn">{t('use.noFile')}</StatusTag>
        )}
      </div>
      <p>
        {[piece.place, piece.goods.join('、'), piece.note].filter(Boolean).join(' · ')}
        {piece.marks.length > 1 && (
          <span className="muted">
            {' '}
            {t('use.alsoFor', { list: piece.marks.map((one) => `${one.registrationNo}/${one.niceClass}`).join('、') })}
          </span>
        )}
      </p>
      {piece.withdrawn && <p className="soft">{piece.withdrawn.reason}</p>}
      <ul className="use-files">
        {piece.files.map((file) => (
          <li key={file.id}>
            <a
              className="link"
              href={urlOf(routes.downloadUseFile, { params: { id: piece.id, fileId: file.id } })}
              download
            >
              {file.fileName}
            </a>{' '}
            <small title={file.sha256}>
              {formatBytes(file.size)} · SHA-256 <span className="mono">{file.sha256.slice(0, 12)}…</span>
            </small>
          </li>
        ))}
      </ul>
      <small className="muted">
        {piece.enteredBy} · {formatMoment(piece.enteredAt)}
      </small>
      {open && (
        <div className="use-acts no-print">
          <AddFiles
            label={t('use.addFile')}
            send={(file, sending) =>
              sendFile(urlOf(routes.addUseFile, { params: { id: piece.id } }), file, {}, sending)
            }
          />
          <Button type="text" size="small" onClick={onWithdraw}>
            {t('use.withdraw')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** The pieces of the locker, and those the register knows from lists. */
export function UseList({ life }: { life: MarkLife }) {
  const { t } = useTranslation('trademark-portfolio');
  const [withdrawing, setWithdrawing] = useState<string>();
  const { evidence, registerEvidence } = life;
  return (
    <>
      {evidence === null && <p className="soft">{t('use.notForYou')}</p>}
      {evidence?.length === 0 && <p className="soft">{t('use.empty')}</p>}
      <ul className="use-list">
        {(evidence ?? []).map((piece) => (
          <Piece key={piece.id} piece={piece} mayKeep={life.mayKeep} onWithdraw={() => setWithdrawing(piece.id)} />
        ))}
      </ul>
      {registerEvidence.length > 0 && (
        <>
          <h3 className="portfolio-sub">{t('use.register')}</h3>
          <ul className="use-register">
            {registerEvidence.map((one) => (
              <li key={`${one.kind}${one.on}${one.note ?? ''}`}>
                <span className="mono">{one.on}</span> {t(`kind.${one.kind}`)} <span className="soft">{one.note}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {withdrawing && <Withdraw id={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}
