import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type MeasureKind, type MeasureView, measureKind } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { DayInput } from '../../components/evidence-list/day-input.tsx';
import { evidenceKey } from '../../components/evidence-list/evidence-query.ts';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, today } from '../../lib/format.ts';
import { makeId } from '../../lib/make-id.ts';

interface ThingDraft {
  readonly key: string;
  readonly name: string;
  readonly spec: string;
  readonly quantity: number | null;
  readonly unit: string;
  readonly mark: string;
  readonly storage: string;
}

const blank = (before?: ThingDraft): ThingDraft => ({
  key: makeId(),
  name: '',
  spec: '',
  quantity: null,
  unit: before?.unit ?? '',
  mark: before?.mark ?? '',
  storage: before?.storage ?? '',
});
const isWhole = (thing: ThingDraft) =>
  thing.name.trim() !== '' && (thing.quantity ?? 0) > 0 && thing.unit.trim() !== '' && thing.storage.trim() !== '';

function ThingRow({
  thing,
  onChange,
  onRemove,
}: {
  thing: ThingDraft;
  onChange: (next: ThingDraft) => void;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation('evidence');
  const text = (name: 'name' | 'spec' | 'unit' | 'mark' | 'storage', width: string) => (
    <Input
      className={width}
      value={thing[name]}
      maxLength={120}
      placeholder={t(`thing.${name}`)}
      aria-label={t(`thing.${name}`)}
      onChange={(event) => onChange({ ...thing, [name]: event.target.value })}
    />
  );
  return (
    <div className="thing-row">
      {text('name', 'wide')}
      {text('spec', 'half')}
      <InputNumber
        className="short"
        value={thing.quantity}
        min={0}
        placeholder={t('thing.quantity')}
        aria-label={t('thing.quantity')}
        onChange={(quantity) => onChange({ ...thing, quantity })}
      />
      {text('unit', 'short')}
      {text('mark', 'half')}
      {text('storage', 'half')}
      {onRemove && <Button type="text" icon={<DeleteOutlined />} aria-label={t('thing.remove')} onClick={onRemove} />}
    </div>
  );
}

/** What of a preservation's things goes on under the seizure. */
function TakenOver({ from }: { from: MeasureView }) {
  const { t } = useTranslation('evidence');
  const taken = from.things.flatMap((thing) =>
    thing.disposals.filter(({ way }) => way === 'carried-over').map(({ quantity }) => ({ ...thing, quantity })),
  );
  return (
    <div className="taken-over">
      <p className="measure-soft">{t('measure.takenOver', { number: from.number, count: taken.length })}</p>
      <ul>
        {taken.map((thing) => (
          <li key={thing.id}>
            <b>{thing.name}</b> {[thing.spec, thing.mark].filter(Boolean).join(' · ')}
            <span className="num">
              {formatExact(thing.quantity)} {thing.unit}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Enters a measure with the list of its things, or as the seizure a preservation has turned into. */
export function MeasureForm({
  fileId,
  from,
  onClose,
}: {
  fileId: string;
  from: MeasureView | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['evidence', 'common']);
  const queries = useQueryClient();
  const [kind, setKind] = useState<MeasureKind>(from === undefined ? 'preservation' : 'detention');
  const [words, setWords] = useState({
    startedOn: today(),
    place: from?.place ?? '',
    holder: from?.holder ?? '',
    ground: from?.ground ?? '',
    approvedBy: '',
    documentNo: '',
    lateReason: '',
  });
  const [things, setThings] = useState<readonly ThingDraft[]>(from === undefined ? [blank()] : []);
  const late = words.startedOn < today();
  const save = useMutation({
    mutationFn: () =>
      api.orderMeasure({
        params: { id: fileId },
        body: {
          kind,
          ...words,
          documentNo: words.documentNo || null,
          lateReason: late ? words.lateReason : null,
          carriedFrom: from?.id ?? null,
          things: things.map(({ key: _key, quantity, ...thing }) => ({ ...thing, quantity: quantity ?? 0 })),
        },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: evidenceKey(fileId) });
      onClose();
    },
  });
  const field = (name: keyof typeof words, type: 'text' | 'date' = 'text', help?: string) => (
    <Field label={t(`measure.${name}`)} {...(help === undefined ? {} : { help })}>
      {(ids) =>
        type === 'date' ? (
          <DayInput
            {...ids}
            value={words[name]}
            onChange={(text) => setWords((before) => ({ ...before, [name]: text }))}
          />
        ) : (
          <Input
            {...ids}
            value={words[name]}
            maxLength={name === 'ground' ? 500 : 120}
            onChange={(event) => setWords((before) => ({ ...before, [name]: event.target.value }))}
          />
        )
      }
    </Field>
  );
  const needed = [
    words.startedOn,
    words.place,
    words.holder,
    words.ground,
    words.approvedBy,
    late ? words.lateReason : 'x',
  ];
  const ready = needed.every((text) => text.trim() !== '') && things.every(isWhole);
  return (
    <Drawer open onClose={onClose} title={t('measure.add')} size={760} destroyOnHidden>
      <Radio.Group
        value={kind}
        onChange={(event) => setKind(event.target.value as MeasureKind)}
        options={measureKind.options
          .filter((value) => from === undefined || value !== 'preservation')
          .map((value) => ({ value, label: t(`measureKind.${value}`) }))}
      />
      <p className="measure-soft">{t(`measureText.${kind}`)}</p>
      <div className="measure-fields">
        {field('startedOn', 'date')}
        {field('approvedBy', 'text', t('measure.approvedHelp'))}
        {field('holder')}
        {field('place')}
        {field('documentNo')}
        {field('ground')}
        {late && field('lateReason', 'text', t('measure.lateHelp'))}
      </div>
      <h3 className="part">{t('measure.things')}</h3>
      {from && <TakenOver from={from} />}
      {things.map((thing) => (
        <ThingRow
          key={thing.key}
          thing={thing}
          onChange={(next) => setThings(things.map((one) => (one.key === thing.key ? next : one)))}
          onRemove={
            things.length > 1 || from ? () => setThings(things.filter((one) => one.key !== thing.key)) : undefined
          }
        />
      ))}
      <Button
        type="dashed"
        block
        icon={<PlusOutlined aria-hidden="true" />}
        onClick={() => setThings([...things, blank(things.at(-1))])}
      >
        {t('thing.add')}
      </Button>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row measure-foot">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('measure.save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
