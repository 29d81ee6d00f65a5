import { type MeasureView, measureOutcome } from '@jince/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { evidenceKey } from '../../components/evidence-list/evidence-query.ts';
import { type DialogField, type DialogValues, FieldsDialog } from '../../components/evidence-list/fields-dialog.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';

export type MeasureAct = 'extend' | 'pause' | 'resume' | 'end';
type Outcome = (typeof measureOutcome.options)[number];

interface Form {
  readonly fields: readonly DialogField[];
  readonly save: (values: DialogValues) => Promise<unknown>;
}

/** Outcomes a measure of the kind can have. */
const outcomesOf = (kind: MeasureView['kind']) =>
  measureOutcome.options.filter((one) => (kind === 'preservation' ? one !== 'destroyed' : one !== 'seized'));

function useForm(act: MeasureAct, fileId: string, measure: MeasureView): Form {
  const { t } = useTranslation('evidence');
  const params = { id: fileId, measureId: measure.id };
  const { version } = measure;
  const reason: DialogField = { name: 'reason', label: t('field.reason'), type: 'area' };
  const on: DialogField = { name: 'on', label: t(`dialog.${act}On`), type: 'date', value: today() };
  if (act === 'extend')
    return {
      fields: [on, { name: 'approvedBy', label: t('measure.approvedBy'), type: 'text' }, reason],
      save: ({ on = '', approvedBy = '', reason = '' }) =>
        api.extendMeasure({ params, body: { on, approvedBy, reason, version } }),
    };
  if (act === 'end')
    return {
      fields: [
        {
          name: 'outcome',
          label: t('measure.outcome'),
          type: 'choice',
          value: 'released',
          options: outcomesOf(measure.kind).map((value) => ({ value, label: t(`outcome.${value}`) })),
        },
        on,
        { name: 'basis', label: t('dispose.basis'), type: 'text' },
        { name: 'receiver', label: t('dispose.receiver'), type: 'text', value: measure.holder, needed: false },
        { name: 'witness', label: t('dispose.witness'), type: 'text', needed: false },
        reason,
      ],
      save: (values) =>
        api.endMeasure({
          params,
          body: {
            on: values.on ?? '',
            outcome: values.outcome as Outcome,
            basis: values.basis ?? '',
            receiver: values.receiver || null,
            witness: values.witness || null,
            reason: values.reason ?? '',
            version,
          },
        }),
    };
  const since = /^\d{4}-\d{2}-\d{2}/.exec(measure.events.findLast((one) => one.text.includes('—'))?.text ?? '')?.[0];
  const cause = measure.causes[0]?.cause ?? '';
  return {
    fields: [
      {
        name: 'cause',
        label: t('measure.cause'),
        type: 'choice',
        value: cause,
        options: measure.causes.map((one) => ({ value: one.cause, label: one.label })),
      },
      {
        name: 'from',
        label: t('dialog.pauseFrom'),
        type: 'date',
        value: act === 'resume' ? (since ?? today()) : today(),
      },
      {
        name: 'to',
        label: t('dialog.pauseTo'),
        type: 'date',
        needed: act === 'resume',
        ...(act === 'resume' ? { value: today() } : { help: t('dialog.pauseToHelp') }),
      },
      reason,
    ],
    save: (values) =>
      api.pauseMeasure({
        params,
        body: {
          cause: values.cause ?? cause,
          from: values.from ?? '',
          to: values.to || null,
          reason: values.reason ?? '',
          version,
        },
      }),
  };
}

/** The dialog of one act on a measure. */
export function MeasureActDialog({
  act,
  fileId,
  measure,
  onClose,
}: {
  act: MeasureAct;
  fileId: string;
  measure: MeasureView;
  onClose: () => void;
}) {
  const { t } = useTranslation('evidence');
  const queries = useQueryClient();
  const form = useForm(act, fileId, measure);
  return (
    <FieldsDialog
      title={`${t(`dialog.${act}`)} ${measure.number}`}
      intro={<p className="soft">{t(`dialog.${act}Text`)}</p>}
      fields={form.fields}
      ok={t(`dialog.${act}Ok`)}
      save={form.save}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: evidenceKey(fileId) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
