import { disposalWay, type MeasureThing, type RouteInput, type routes as Routes } from '@jince/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustodyChain } from '../../components/evidence-list/custody-chain.tsx';
import { moveBody, useMoveFields } from '../../components/evidence-list/evidence-acts.tsx';
import { evidenceKey } from '../../components/evidence-list/evidence-query.ts';
import { FieldsDialog } from '../../components/evidence-list/fields-dialog.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, today } from '../../lib/format.ts';

const WAYS = disposalWay.options.filter((way) => way !== 'carried-over');
type Way = RouteInput<(typeof Routes)['disposeThing']>['body']['way'];

function ThingDialog({
  act,
  fileId,
  thing,
  onClose,
}: {
  act: 'custody' | 'dispose';
  fileId: string;
  thing: MeasureThing;
  onClose: () => void;
}) {
  const { t } = useTranslation('evidence');
  const queries = useQueryClient();
  const params = { id: fileId, thingId: thing.id };
  const moves = useMoveFields(thing.custody);
  const done = () => {
    void queries.invalidateQueries({ queryKey: evidenceKey(fileId) });
    void queries.invalidateQueries({ queryKey: ['thing'] });
    onClose();
  };
  if (act === 'custody')
    return (
      <FieldsDialog
        title={t('dialog.custody')}
        fields={moves}
        ok={t('dialog.custodyOk')}
        save={(values) => api.recordThingCustody({ params, body: moveBody(values) })}
        onDone={done}
        onClose={onClose}
      />
    );
  return (
    <FieldsDialog
      title={t('dialog.dispose')}
      intro={<p className="soft">{t('dialog.disposeText', { held: formatExact(thing.held), unit: thing.unit })}</p>}
      fields={[
        {
          name: 'way',
          label: t('dispose.way'),
          type: 'choice',
          value: 'returned',
          options: WAYS.map((value) => ({ value, label: t(`way.${value}`) })),
        },
        {
          name: 'quantity',
          label: t('dispose.quantity', { unit: thing.unit }),
          type: 'number',
          value: String(thing.held),
        },
        { name: 'on', label: t('dispose.on'), type: 'date', value: today() },
        { name: 'basis', label: t('dispose.basis'), type: 'text' },
        { name: 'receiver', label: t('dispose.receiver'), type: 'text', needed: false },
        { name: 'witness', label: t('dispose.witness'), type: 'text', needed: false },
        { name: 'reason', label: t('field.reason'), type: 'area' },
      ]}
      ok={t('dialog.disposeOk')}
      save={(values) =>
        api.disposeThing({
          params,
          body: {
            way: values.way as Way,
            quantity: Number(values.quantity),
            on: values.on ?? '',
            basis: values.basis ?? '',
            receiver: values.receiver || null,
            witness: values.witness || null,
            reason: values.reason ?? '',
          },
        })
      }
      onDone={done}
      onClose={onClose}
    />
  );
}

interface Props {
  readonly fileId: string;
  readonly thing: MeasureThing;
  readonly may: { readonly custody: boolean; readonly order: boolean };
}

/** A thing with where it has been, what became of it, and what can be written down now. */
export function ThingDetail({ fileId, thing, may }: Props) {
  const { t } = useTranslation('evidence');
  const [act, setAct] = useState<'custody' | 'dispose'>();
  const facts: readonly (readonly [string, string | null])[] = [
    [t('thing.code'), thing.code],
    [t('thing.quantity'), `${formatExact(thing.quantity)} ${thing.unit}`],
    [t('thing.held'), `${formatExact(thing.held)} ${thing.unit}`],
    [t('thing.spec'), thing.spec],
    [t('thing.mark'), thing.mark],
    [t('thing.condition'), thing.condition],
    [t('thing.storage'), thing.storage],
  ];
  return (
    <>
      <div className="row evidence-acts">
        {may.custody && thing.held > 0 && (
          <Button type="primary" onClick={() => setAct('custody')}>
            {t('dialog.custody')}
          </Button>
        )}
        {may.order && thing.held > 0 && <Button onClick={() => setAct('dispose')}>{t('dialog.dispose')}</Button>}
      </div>
      <dl className="evidence-facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {thing.disposals.length > 0 && (
        <>
          <h3 className="part">{t('dispose.title')}</h3>
          <ul className="disposals">
            {thing.disposals.map((one) => (
              <li key={`${one.on}${one.way}${one.quantity}${one.reason}`}>
                <b>
                  {one.on} {one.wayLabel} {formatExact(one.quantity)} {thing.unit}
                </b>
                <p className="muted">
                  {[one.basis, one.receiver, one.witness, one.reason].filter(Boolean).join(' · ')}
                  {t('dispose.by', { name: one.by })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="part">{t('custody.title')}</h3>
      <CustodyChain entries={thing.custody} intact={thing.custodyIntact} />
      {act !== undefined && <ThingDialog act={act} fileId={fileId} thing={thing} onClose={() => setAct(undefined)} />}
    </>
  );
}
