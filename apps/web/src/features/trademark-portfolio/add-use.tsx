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
import { USE_KINDS, useMoved } from './life-query.ts';

const empty = { kind: 'contract' as UseKind, from: '', until: '', place: '', goods: '', note: '' };

/** Puts a piece of evidence with its photos and papers into the locker; what failed can be sent again under the same id. */
export function AddUse({ life }: { life: MarkLife }) {
  const { t } = useTranslation('trademark-portfolio');
  const { partyId } = useOwnParty();
  const [id, setId] = useState(makeId);
  const [draft, setDraft] = useState(empty);
  const [files, setFiles] = useState<readonly File[]>([]);
  const picker = useId();
  const moved = useMoved();
  const set = (part: Partial<typeof empty>) => setDraft((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: async () => {
      const list = draft.goods.split(/[、,，;；\n]/).map((one) => one.trim());
      await api.addUseEvidence({
        body: {
          id,
          partyId,
          trademarkIds: [life.mark.id],
          kind: draft.kind,
          from: draft.from,
          until: draft.until || draft.from,
          place: draft.place.trim() || null,
          goods: list.filter((one) => one !== '').slice(0, 30),
          note: draft.note.trim() || null,
        },
      });
      for (const file of files) await sendFile(urlOf(routes.addUseFile, { params: { id } }), file, {});
    },
    onSuccess: () => {
      setId(makeId());
      setDraft(empty);
      setFiles([]);
    },
    onSettled: moved,
  });
  return (
    <div className="add-use">
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
        <Field label={t('use.from')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              max={today()}
              value={draft.from}
              onChange={(e) => set({ from: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('use.until')} help={t('use.untilHelp')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              max={today()}
              value={draft.until}
              onChange={(e) => set({ until: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('use.place')}>
          {(ids) => (
            <Input {...ids} maxLength={200} value={draft.place} onChange={(e) => set({ place: e.target.value })} />
          )}
        </Field>
      </div>
      <Field label={t('use.goods')} help={life.mark.goods.slice(0, 8).join('、')}>
        {(ids) => (
          <Input {...ids} maxLength={500} value={draft.goods} onChange={(e) => set({ goods: e.target.value })} />
        )}
      </Field>
      <Field label={t('use.note')}>
        {(ids) => <Input {...ids} maxLength={500} value={draft.note} onChange={(e) => set({ note: e.target.value })} />}
      </Field>
      <div className="row">
        <label htmlFor={picker} className="file-pick">
          {t('use.choose')}
        </label>
        <input
          id={picker}
          type="file"
          multiple
          className="sr-only"
          accept="image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.ofd"
          onChange={(event) => setFiles([...(event.target.files ?? [])])}
        />
        <span className="soft">
          {files.length === 0 ? t('use.chooseHelp') : files.map((file) => file.name).join('、')}
        </span>
      </div>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row">
        <Button
          type="primary"
          disabled={draft.from === '' || files.length === 0}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('use.save')}
        </Button>
      </div>
    </div>
  );
}
