import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { type Aid, aidKeys } from './aid-query.ts';

const TONES = { clear: 'good', conflict: 'late', unknown: 'warn' } as const;

function Checks({ checks }: { checks: Aid['assignments'][number]['checks'] }) {
  const { t } = useTranslation('assistance');
  return (
    <ul className="helper-checks">
      {checks.map((one) => (
        <li key={one.check}>
          <StatusTag tone={TONES[one.standing]}>{t(`check.${one.standing}`)}</StatusTag> {one.text}
        </li>
      ))}
    </ul>
  );
}

function Choose({ aid, onClose }: { aid: Aid; onClose: () => void }) {
  const { t, i18n } = useTranslation(['assistance', 'common']);
  const queries = useQueryClient();
  const [part, setPart] = useState<'expert' | 'agency'>('expert');
  const [text, setText] = useState('');
  const [declared, setDeclared] = useState(false);
  const { value: q } = useSettled(text.trim(), 300);
  const helpers = useQuery({
    queryKey: ['aid-helpers', aid.id, part, q, i18n.language],
    queryFn: ({ signal }) => api.listAidHelpers({ params: { id: aid.id }, query: { part, q } }, signal),
  });
  const assign = useMutation({
    mutationFn: (helperId: string) =>
      api.assignAidHelper({ params: { id: aid.id }, body: { part, helperId, declared: true } }),
    onSuccess: () => {
      for (const queryKey of aidKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('helper.choose')} size="large">
      <p className="soft">{t('helper.text')}</p>
      <div className="row helper-tools">
        <Segmented
          value={part}
          onChange={setPart}
          options={[
            { value: 'expert', label: t('helper.expert') },
            { value: 'agency', label: t('helper.agency') },
          ]}
        />
        <Input
          value={text}
          placeholder={t('helper.search')}
          aria-label={t('helper.search')}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      <Checkbox checked={declared} onChange={(e) => setDeclared(e.target.checked)}>
        {t('helper.declared')}
      </Checkbox>
      {assign.error && <ErrorBox error={assign.error} />}
      {helpers.error && <ErrorBox error={helpers.error} />}
      {helpers.isPending && <SkeletonLines lines={5} />}
      <ul className="helper-list">
        {(helpers.data?.items ?? []).map((one) => (
          <li key={one.id} className={one.free ? undefined : 'barred'}>
            <div>
              <b>{one.name}</b> <span className="muted">{one.note}</span>
              <Checks checks={one.checks} />
            </div>
            <Button
              size="small"
              type={one.free ? 'primary' : 'default'}
              disabled={!one.free || !declared}
              loading={assign.isPending && assign.variables === one.id}
              onClick={() => assign.mutate(one.id)}
            >
              {t(one.free ? 'helper.assign' : 'helper.barred')}
            </Button>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

/** Who was assigned, with what was checked of each. */
export function AidHelpers({ aid }: { aid: Aid }) {
  const { t } = useTranslation('assistance');
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<Aid['assignments'][number]>();
  return (
    <Section
      title={t('helper.title')}
      note={t('helper.note')}
      extra={
        aid.mayAssign && (
          <Button size="small" type="primary" onClick={() => setOpen(true)}>
            {t('helper.choose')}
          </Button>
        )
      }
    >
      {aid.assignments.length === 0 && <p className="muted">{t('helper.none')}</p>}
      <ul className="helper-list">
        {aid.assignments.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.name}</b> <span className="muted">{t(`helper.${one.part}`)}</span>
              <Checks checks={one.checks} />
            </div>
            <small>
              {one.assignedOn} {one.assignedBy}
              {one.endedOn && (
                <div className="muted">{t('helper.ended', { on: one.endedOn, reason: one.endedReason })}</div>
              )}
              {aid.mayAssign && one.endedOn === null && (
                <div>
                  <Button size="small" type="text" onClick={() => setEnding(one)}>
                    {t('helper.end')}
                  </Button>
                </div>
              )}
            </small>
          </li>
        ))}
      </ul>
      {ending && (
        <ReasonDialog
          title={t('helper.end')}
          text={t('helper.endText', { name: ending.name })}
          label={t('helper.endReason')}
          act={(reason) => api.endAidAssignment({ params: { id: aid.id, assignmentId: ending.id }, query: { reason } })}
          refreshes={aidKeys}
          onClose={() => setEnding(undefined)}
        />
      )}
      {open && <Choose aid={aid} onClose={() => setOpen(false)} />}
    </Section>
  );
}
