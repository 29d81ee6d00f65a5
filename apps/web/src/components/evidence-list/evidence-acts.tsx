import { type EvidenceDetail, type EvidenceKind, evidenceKind } from '@jince/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { refreshEvidence } from './evidence-query.ts';
import { type DialogField, FieldsDialog, momentOf } from './fields-dialog.tsx';

export type EvidenceAct = 'custody' | 'describe' | 'link' | 'aside';

const MOVES = ['hand-over', 'store', 'lend', 'return', 'examine'] as const;

/** What a move from hand to hand asks for; it begins where the chain ended. */
export function useMoveFields(custody: EvidenceDetail['custody']): readonly DialogField[] {
  const { t } = useTranslation('evidence');
  const holder = custody.findLast((entry) => entry.to !== null)?.to ?? '';
  return [
    {
      name: 'act',
      label: t('move.act'),
      type: 'choice',
      value: 'hand-over',
      options: MOVES.map((value) => ({ value, label: t(`act.${value}`) })),
    },
    { name: 'from', label: t('move.from'), type: 'text', value: holder, help: t('move.fromHelp') },
    { name: 'to', label: t('move.to'), type: 'text' },
    {
      name: 'happenedAt',
      label: t('move.at'),
      type: 'moment',
      value: formatMoment(new Date().toISOString()).replace(' ', 'T'),
    },
    { name: 'place', label: t('field.place'), type: 'text' },
    { name: 'reason', label: t('field.reason'), type: 'area' },
  ];
}

export function moveBody(values: Readonly<Record<string, string>>) {
  return {
    act: values.act as (typeof MOVES)[number],
    from: values.from ?? '',
    to: values.to ?? '',
    place: values.place ?? '',
    reason: values.reason ?? '',
    happenedAt: momentOf(values.happenedAt ?? ''),
  };
}

interface Props {
  readonly act: EvidenceAct;
  readonly fileId: string;
  readonly item: EvidenceDetail;
  readonly onClose: () => void;
}

/** The dialog of one act on an item. */
export function EvidenceActDialog({ act, fileId, item, onClose }: Props) {
  const { t } = useTranslation('evidence');
  const queries = useQueryClient();
  const params = { id: fileId, itemId: item.id };
  const moves = useMoveFields(item.custody);
  const reason: DialogField = { name: 'reason', label: t('field.reason'), type: 'area' };
  const forms: Record<
    EvidenceAct,
    { fields: readonly DialogField[]; save: (v: Readonly<Record<string, string>>) => Promise<unknown> }
  > = {
    custody: { fields: moves, save: (values) => api.recordCustody({ params, body: moveBody(values) }) },
    describe: {
      fields: [
        { name: 'title', label: t('field.title'), type: 'text', value: item.title },
        {
          name: 'kind',
          label: t('field.kind'),
          type: 'choice',
          value: item.kind,
          options: evidenceKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
        },
        { name: 'place', label: t('field.place'), type: 'text', value: item.place ?? '', needed: false },
        { name: 'note', label: t('field.note'), type: 'area', value: item.note ?? '', needed: false },
        { ...reason, label: t('describe.reason') },
      ],
      save: (values) =>
        api.describeEvidence({
          params,
          body: {
            title: values.title ?? '',
            kind: values.kind as EvidenceKind,
            place: values.place || null,
            note: values.note || null,
            reason: values.reason ?? '',
          },
        }),
    },
    link: {
      fields: [{ name: 'number', label: t('link.number'), type: 'text', help: t('link.help') }, reason],
      save: (values) =>
        api.linkEvidenceToFile({ params, body: { number: values.number ?? '', reason: values.reason ?? '' } }),
    },
    aside: {
      fields: [reason],
      save: (values) => api.setEvidenceAside({ params, body: { reason: values.reason ?? '' } }),
    },
  };
  const form = forms[act];
  return (
    <FieldsDialog
      title={t(`dialog.${act}`)}
      intro={<p className="soft">{t(`dialog.${act}Text`)}</p>}
      fields={form.fields}
      ok={t(`dialog.${act}Ok`)}
      danger={act === 'aside'}
      save={form.save}
      onDone={() => {
        void refreshEvidence(queries, fileId);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
