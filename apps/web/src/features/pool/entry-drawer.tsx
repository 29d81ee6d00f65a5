import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type Pool, type PoolChange, type PoolEntry, type PoolRoute, poolRoutes } from './pool-query.ts';

interface EditProps {
  readonly entry: PoolEntry;
  readonly stages: Pool['stages'];
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

function Facts({ entry }: { entry: PoolEntry }) {
  const { t } = useTranslation(['pool', 'labels']);
  return (
    <Descriptions
      items={[
        {
          key: 'mark',
          label: t('mark'),
          value: (
            <Link className="link" to={`/trademarks/${entry.trademarkId}`}>
              {entry.mark || entry.registrationNo} · {t('labels:niceClass', { n: entry.niceClass })}
            </Link>
          ),
          wide: true,
        },
        {
          key: 'holder',
          label: t('holder'),
          value: entry.holderHref ? (
            <Link className="link" to={entry.holderHref}>
              {entry.holder}
            </Link>
          ) : (
            entry.holder
          ),
          wide: true,
        },
        { key: 'no', label: t('registrationNo'), value: entry.registrationNo },
        { key: 'on', label: t('registeredOn'), value: entry.registeredOn },
        { key: 'since', label: t('since'), value: entry.since },
        { key: 'town', label: t('town'), value: entry.town },
      ]}
    />
  );
}

type Evidence = PoolEntry['evidence'];

function EvidenceList({
  items,
  editable,
  onChange,
}: {
  items: Evidence;
  editable: boolean;
  onChange: (items: Evidence) => void;
}) {
  const { t } = useTranslation('pool');
  const set = (code: string, patch: Partial<Evidence[number]>) =>
    onChange(items.map((one) => (one.code === code ? { ...one, ...patch } : one)));
  return (
    <ul className="evidence-list">
      {items.map((one) => (
        <li key={one.code}>
          <Checkbox
            checked={one.have}
            disabled={!editable || one.computed}
            onChange={(event) => set(one.code, { have: event.target.checked })}
          >
            {one.label}
          </Checkbox>
          {one.computed ? (
            <small className="muted">{[one.note, t('evidence.computed')].filter(Boolean).join(' · ')}</small>
          ) : editable ? (
            <Input
              size="small"
              value={one.note ?? ''}
              maxLength={300}
              placeholder={t('evidence.note')}
              aria-label={`${one.label} ${t('evidence.note')}`}
              onChange={(event) => set(one.code, { note: event.target.value || null })}
            />
          ) : (
            one.note && <small className="soft">{one.note}</small>
          )}
        </li>
      ))}
    </ul>
  );
}

function useChange({ entry, onClose }: Pick<EditProps, 'entry' | 'onClose'>) {
  const { t } = useTranslation(['pool', 'common']);
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const update = useMutation({
    mutationFn: (body: PoolChange) => api.updatePoolEntry({ params: { id: entry.id }, body }),
    onSuccess: (_, body) => {
      void queries.invalidateQueries({ queryKey: ['pool'] });
      message.success(t(body.removed ? 'removed' : 'saved'));
      onClose();
    },
    // Someone else was quicker: the board shows his version, the form keeps what is typed.
    onError: () => void queries.invalidateQueries({ queryKey: ['pool'] }),
  });
  const remove = () =>
    modal.confirm({
      title: t('remove.title', { mark: entry.mark || entry.registrationNo }),
      content: t('remove.text'),
      icon: null,
      okText: t('remove.ok'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => update.mutateAsync({ version: entry.version, removed: true }).catch(() => undefined),
    });
  return { update, remove };
}

function Place({
  stages,
  mayEdit,
  stage,
  route,
  onStage,
  onRoute,
}: Pick<EditProps, 'stages' | 'mayEdit'> & {
  stage: string;
  route: PoolRoute | null;
  onStage: (stage: string) => void;
  onRoute: (route: PoolRoute | null) => void;
}) {
  const { t } = useTranslation('pool');
  return (
    <div className="pool-fields">
      <Field label={t('stage')}>
        {(ids) => (
          <Select
            {...ids}
            value={stage}
            disabled={!mayEdit}
            onChange={onStage}
            options={stages.map((one) => ({ value: one.code, label: one.label }))}
          />
        )}
      </Field>
      <Field label={t('route')}>
        {(ids) => (
          <Select
            {...ids}
            value={route}
            allowClear
            disabled={!mayEdit}
            placeholder={t('routeNone')}
            onChange={(next) => onRoute(next ?? null)}
            options={poolRoutes.map((value) => ({ value, label: t(`routes.${value}`) }))}
          />
        )}
      </Field>
    </div>
  );
}

function Edit({ entry, stages, mayEdit, onClose }: EditProps) {
  const { t } = useTranslation(['pool', 'common']);
  const { update, remove } = useChange({ entry, onClose });
  const [stage, setStage] = useState(entry.stage);
  const [route, setRoute] = useState(entry.route as PoolRoute | null);
  const [note, setNote] = useState(entry.note ?? '');
  const [evidence, setEvidence] = useState(entry.evidence);
  const save = () =>
    update.mutate({
      version: entry.version,
      stage,
      route,
      note: note.trim(),
      evidence: evidence
        .filter((one) => !one.computed)
        .map(({ code, have, note: words }) => ({ code, have, note: words })),
    });
  return (
    <div className="stack">
      <Facts entry={entry} />
      <Place {...{ stages, mayEdit, stage, route }} onStage={setStage} onRoute={setRoute} />
      <section>
        <h3 className="pool-head">{t('evidence.title')}</h3>
        <EvidenceList items={evidence} editable={mayEdit} onChange={setEvidence} />
      </section>
      <Field label={t('note')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            value={note}
            maxLength={500}
            readOnly={!mayEdit}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {update.error && <ErrorBox error={update.error} />}
      {mayEdit && (
        <div className="row">
          <Button type="primary" loading={update.isPending} onClick={save}>
            {t('common:save')}
          </Button>
          <Button danger onClick={remove}>
            {t('remove.ok')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** One mark of the pool: where it stands, what evidence is there. */
export function EntryDrawer({ entry, ...rest }: Omit<EditProps, 'entry'> & { entry: PoolEntry | undefined }) {
  return (
    <Drawer
      open={entry !== undefined}
      onClose={rest.onClose}
      title={entry && (entry.mark || entry.registrationNo)}
      size={560}
      destroyOnHidden
    >
      {entry && <Edit key={entry.id} entry={entry} {...rest} />}
    </Drawer>
  );
}
