import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { useSettled } from '../../lib/use-settled.ts';

type Lane = 'own' | 'administrative' | 'judicial';

/** Kinds of steps that are typed, with the lane each stands in. */
const KINDS = [
  ['notice', 'own'],
  ['notarial', 'own'],
  ['platform', 'own'],
  ['complaint', 'administrative'],
  ['adjudication', 'administrative'],
  ['mediation', 'administrative'],
  ['preservation', 'judicial'],
  ['suit', 'judicial'],
  ['prosecution', 'judicial'],
  ['judgment', 'judicial'],
  ['execution', 'judicial'],
] as const satisfies readonly (readonly [string, Lane])[];
type Typed = (typeof KINDS)[number][0];
type Kind = Typed | 'case' | 'hand-over';
const SHOWN = 20;

/** A case or hand-over of the system, found by its words; it tells its own steps. */
function RefChoice({ id, kind, onChange }: { id: string; kind: 'case' | 'hand-over'; onChange: (ref: Ref) => void }) {
  const { t, i18n } = useTranslation('coordination');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['chain-ref', kind, q, i18n.language],
    queryFn: async ({ signal }): Promise<Ref[]> => {
      const query = { q, pageSize: SHOWN };
      if (kind === 'hand-over')
        return (await api.listHandOvers({ query }, signal)).items.map((one) => ({
          id: one.id,
          label: `${one.documentNo ?? one.number} ${one.title}`,
          on: one.sentOn,
        }));
      return (await api.listCases({ query }, signal)).items.map((one) => ({
        id: one.id,
        label: `${one.number} ${one.title}`,
        on: one.receivedOn,
      }));
    },
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={found.isFetching}
      aria-label={t('item.ref')}
      options={(found.data ?? []).map((one) => ({ value: one.id, label: one.label }))}
      onChange={(value: string) => {
        const chosen = found.data?.find((one) => one.id === value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

interface Ref {
  readonly id: string;
  readonly label: string;
  readonly on: string | null;
}

/** Adds a step to a chain: typed, or a case or hand-over of the system. */
export function NewItem({ matterId, onClose }: { matterId: string; onClose: () => void }) {
  const { t } = useTranslation(['coordination', 'common']);
  const me = useMe();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('notarial');
  const [ref, setRef] = useState<Ref>();
  const [on, setOn] = useState('');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [documentNo, setDocumentNo] = useState('');
  const pointed = kind === 'case' || kind === 'hand-over';
  const save = useMutation({
    mutationFn: () =>
      api.addMatterItem({
        params: { id: matterId },
        body: {
          lane: KINDS.find(([one]) => one === kind)?.[1] ?? 'administrative',
          kind,
          happenedOn: pointed ? (ref?.on ?? new Date().toISOString().slice(0, 10)) : on,
          title: pointed ? (ref?.label ?? '').slice(0, 200) : title.trim(),
          text: text.trim() || null,
          documentNo: documentNo.trim() || null,
          ref: pointed && ref ? { kind, id: ref.id } : null,
        },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['matter'] });
      onClose();
    },
  });
  const kinds: Kind[] = [
    ...(can(me, permissions.readCases) ? (['case'] as const) : []),
    'hand-over',
    ...KINDS.map(([one]) => one),
  ];
  return (
    <Drawer open onClose={onClose} title={t('item.new')} size="large">
      <Field label={t('item.kind')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={kind}
            onChange={(next: Kind) => {
              setKind(next);
              setRef(undefined);
            }}
            options={kinds.map((value) => ({ value, label: t(`chainKind.${value}`) }))}
          />
        )}
      </Field>
      {pointed ? (
        <Field label={t('item.ref')} help={t('item.refHelp')}>
          {({ id }) => <RefChoice key={kind} id={id} kind={kind} onChange={setRef} />}
        </Field>
      ) : (
        <>
          <Field label={t('item.on')}>
            {(ids) => <DatePicker {...ids} onChange={(day) => setOn(day === null ? '' : day.format('YYYY-MM-DD'))} />}
          </Field>
          <Field label={t('item.title')}>
            {(ids) => <Input {...ids} value={title} maxLength={200} onChange={(e) => setTitle(e.target.value)} />}
          </Field>
          <Field label={t('item.documentNo')}>
            {(ids) => (
              <Input {...ids} value={documentNo} maxLength={120} onChange={(e) => setDocumentNo(e.target.value)} />
            )}
          </Field>
          <Field label={t('item.text')}>
            {(ids) => (
              <Input.TextArea
                {...ids}
                autoSize={{ minRows: 3, maxRows: 10 }}
                value={text}
                maxLength={4000}
                onChange={(e) => setText(e.target.value)}
              />
            )}
          </Field>
        </>
      )}
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={pointed ? ref === undefined : on === '' || title.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('item.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
