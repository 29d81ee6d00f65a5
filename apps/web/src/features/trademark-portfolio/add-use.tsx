import type { MarkLife, UseKind } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { makeId } from '../../lib/make-id.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { sendFile } from '../../lib/send-form.ts';
import { useUploads } from '../../lib/use-uploads.ts';
import { ChooseMarks } from './choose-marks.tsx';
import { FileProgress } from './file-progress.tsx';
import { FILES_AT_ONCE, PAPERS, USE_KINDS, useMoved } from './life-query.ts';

const empty = { kind: 'contract' as UseKind, from: '', until: '', place: '', goods: '', note: '' };
type Draft = typeof empty;

/** What the evidence is, when, where and for which goods. */
function UseFields({ life, draft, set }: { life: MarkLife; draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('trademark-portfolio');
  const text = (key: 'place' | 'goods' | 'note', maxLength: number, help?: string) => (
    <Field label={t(`use.${key}`)} {...(help ? { help } : {})}>
      {(ids) => (
        <Input {...ids} maxLength={maxLength} value={draft[key]} onChange={(e) => set({ [key]: e.target.value })} />
      )}
    </Field>
  );
  const day = (key: 'from' | 'until', help?: string) => (
    <Field label={t(`use.${key}`)} {...(help ? { help } : {})}>
      {(ids) => (
        <Input {...ids} type="date" max={today()} value={draft[key]} onChange={(e) => set({ [key]: e.target.value })} />
      )}
    </Field>
  );
  return (
    <>
      <div className="add-use-grid">
        <Field label={t('use.kind')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
              options={USE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          )}
        </Field>
        {day('from')}
        {day('until', t('use.untilHelp'))}
        {text('place', 200)}
      </div>
      {text('goods', 500, life.mark.goods.slice(0, 8).join('、'))}
      {text('note', 500)}
    </>
  );
}

function PickFiles({ files, onPick }: { files: readonly File[]; onPick: (files: readonly File[]) => void }) {
  const { t } = useTranslation('trademark-portfolio');
  const picker = useId();
  return (
    <div className="row">
      <label htmlFor={picker} className="file-pick">
        {t('use.choose')}
      </label>
      <input
        id={picker}
        type="file"
        multiple
        className="sr-only"
        accept={PAPERS}
        onChange={(event) => onPick([...(event.target.files ?? [])])}
      />
      <span className="soft">
        {files.length === 0 ? t('use.chooseHelp') : files.map((file) => file.name).join('、')}
      </span>
    </div>
  );
}

/**
 * Puts a piece of evidence with its photos and papers into the locker, for one mark or several. Once the piece is entered its files
 * go up side by side; what failed is sent again alone.
 */
export function AddUse({ life }: { life: MarkLife }) {
  const { t } = useTranslation('trademark-portfolio');
  const { partyId } = useOwnParty();
  const [id, setId] = useState(makeId);
  const [draft, setDraft] = useState(empty);
  const [marks, setMarks] = useState<readonly string[]>([life.mark.id]);
  const [files, setFiles] = useState<readonly File[]>([]);
  const moved = useMoved();
  const { uploads, add, again, stop, remove, clear } = useUploads({ atOnce: FILES_AT_ONCE, onSent: moved });
  const save = useMutation({
    mutationFn: () => {
      const list = draft.goods.split(/[、,，;；\n]/).map((one) => one.trim());
      return api.addUseEvidence({
        body: {
          id,
          partyId,
          trademarkIds: [...marks],
          kind: draft.kind,
          from: draft.from,
          until: draft.until || draft.from,
          place: draft.place.trim() || null,
          goods: list.filter((one) => one !== '').slice(0, 30),
          note: draft.note.trim() || null,
        },
      });
    },
    onSuccess: () => {
      const url = urlOf(routes.addUseFile, { params: { id } });
      add(files, (file, sending) => sendFile(url, file, {}, sending));
    },
    onSettled: moved,
  });
  const next = () => {
    clear();
    save.reset();
    setId(makeId());
    setDraft(empty);
    setMarks([life.mark.id]);
    setFiles([]);
  };
  if (save.isSuccess) {
    const arrived = uploads.filter(({ state }) => state === 'done').length;
    const busy = uploads.some(({ state }) => state === 'waiting' || state === 'sending');
    return (
      <div className="add-use">
        <p role="status">
          {t(arrived === uploads.length ? 'upload.allDone' : 'upload.arrived', { n: arrived, all: uploads.length })}
        </p>
        <FileProgress items={uploads} onAgain={again} onStop={stop} onRemove={remove} />
        <div className="row">
          <Button disabled={busy} onClick={next}>
            {t('upload.next')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="add-use">
      <ChooseMarks life={life} partyId={partyId} chosen={marks} onChange={setMarks} />
      <UseFields life={life} draft={draft} set={(part) => setDraft((before) => ({ ...before, ...part }))} />
      <PickFiles files={files} onPick={setFiles} />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row">
        <Button
          type="primary"
          disabled={draft.from === '' || files.length === 0 || marks.length === 0}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('use.save')}
        </Button>
      </div>
    </div>
  );
}
