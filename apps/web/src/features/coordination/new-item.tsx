import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type Ref, RefChoice, type RefKind } from './ref-choice.tsx';

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
type Kind = Typed | `ref-${RefKind}`;
/** Where a record of the system stands; it says itself how it went on. */
const REF_STEPS = {
  case: ['case', 'administrative'],
  'hand-over': ['hand-over', 'administrative'],
  complaint: ['complaint', 'administrative'],
  aid: ['aid', 'own'],
  'cross-region': ['cross-region', 'administrative'],
  evidence: ['notarial', 'own'],
} as const satisfies Record<RefKind, readonly [string, Lane]>;
const refOf = (kind: Kind): RefKind | undefined => (kind.startsWith('ref-') ? (kind.slice(4) as RefKind) : undefined);

/** Adds a step to a chain: typed, or a record of the system. */
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
  const pointed = refOf(kind);
  const save = useMutation({
    mutationFn: () =>
      api.addMatterItem({
        params: { id: matterId },
        body: {
          lane: pointed ? REF_STEPS[pointed][1] : (KINDS.find(([one]) => one === kind)?.[1] ?? 'administrative'),
          kind: pointed ? REF_STEPS[pointed][0] : (kind as Typed),
          happenedOn: pointed ? (ref?.on ?? new Date().toISOString().slice(0, 10)) : on,
          title: pointed ? (ref?.label ?? '').slice(0, 200) : title.trim(),
          text: text.trim() || null,
          documentNo: documentNo.trim() || null,
          ref: pointed && ref ? { kind: pointed, id: ref.id, fileId: ref.fileId ?? null } : null,
        },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['matter'] });
      onClose();
    },
  });
  const refs: readonly (readonly [RefKind, string | undefined])[] = [
    ['case', permissions.readCases],
    ['hand-over', undefined],
    ['complaint', permissions.readComplaints],
    ['aid', permissions.readAid],
    ['cross-region', permissions.readCrossRegion],
    ['evidence', permissions.readCases],
  ];
  const options = [
    {
      label: t('item.records'),
      options: refs
        .filter(([, permission]) => permission === undefined || can(me, permission))
        .map(([one]) => ({ value: `ref-${one}` as Kind, label: t(`refKind.${one}`) })),
    },
    { label: t('item.typed'), options: KINDS.map(([one]) => ({ value: one as Kind, label: t(`chainKind.${one}`) })) },
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
            options={options}
          />
        )}
      </Field>
      {pointed ? (
        <Field label={t('item.ref')} help={t('item.refHelp')}>
          {({ id }) => <RefChoice key={kind} id={id} kind={pointed} onChange={setRef} />}
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
