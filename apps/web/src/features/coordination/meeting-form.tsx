import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BodyChoice } from '../../components/body-choice.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { type Meeting, meetingBase, taskKeys } from './coordination-query.ts';

const draftOf = (meeting: Meeting | undefined) => ({
  title: meeting?.title ?? '',
  heldOn: meeting?.heldOn ?? today(),
  place: meeting?.place ?? '',
  chairBody: meeting?.chair.code ?? '',
  bodies: meeting?.bodies.map((one) => one.code) ?? [],
  topics: meeting?.topics ?? '',
  minutes: meeting?.minutes ?? '',
  minutesNo: meeting?.minutesNo ?? '',
});

/** Enters a meeting or changes what is kept of it; what was typed stays where somebody was faster. */
export function MeetingForm({ meeting, onClose }: { meeting?: Meeting; onClose: () => void }) {
  const { t } = useTranslation(['coordination', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const body = {
    ...draft,
    title: draft.title.trim(),
    topics: draft.topics.trim(),
    place: draft.place.trim() || null,
    minutes: draft.minutes.trim() || null,
    minutesNo: draft.minutesNo.trim() || null,
  };
  const save = useMutation({
    mutationFn: async () => {
      if (meeting === undefined) return (await api.createMeeting({ body })).id;
      await api.saveMeeting({ params: { id: meeting.id }, body: { ...body, version: meeting.version } });
      return meeting.id;
    },
    onSuccess: (id) => {
      for (const queryKey of taskKeys) void queries.invalidateQueries({ queryKey });
      if (meeting === undefined) navigate(`${meetingBase}/${id}`);
      else onClose();
    },
  });
  const ready = body.title.length >= 4 && body.topics.length >= 2 && body.chairBody !== '' && body.bodies.length > 0;
  const area = (name: 'topics' | 'minutes', rows: number) => (
    <Field label={t(`meeting.${name}`)}>
      {(ids) => (
        <Input.TextArea
          {...ids}
          autoSize={{ minRows: rows, maxRows: 16 }}
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Drawer open onClose={onClose} title={t(meeting ? 'meeting.edit' : 'meeting.new')} size="large">
      <Field label={t('meeting.title')}>
        {(ids) => (
          <Input {...ids} value={draft.title} maxLength={200} onChange={(e) => set({ title: e.target.value })} />
        )}
      </Field>
      <Field label={t('meeting.heldOn')}>
        {(ids) => (
          <DatePicker
            {...ids}
            value={dayjs(draft.heldOn)}
            allowClear={false}
            onChange={(day) => day && set({ heldOn: day.format('YYYY-MM-DD') })}
          />
        )}
      </Field>
      <Field label={t('meeting.place')}>
        {(ids) => (
          <Input {...ids} value={draft.place} maxLength={200} onChange={(e) => set({ place: e.target.value })} />
        )}
      </Field>
      <Field label={t('meeting.chair')}>
        {({ id }) => (
          <BodyChoice
            id={id}
            value={draft.chairBody === '' ? [] : [draft.chairBody]}
            onChange={([chairBody = '']) => set({ chairBody })}
            label={t('meeting.chair')}
          />
        )}
      </Field>
      <Field label={t('meeting.bodies')}>
        {({ id }) => (
          <BodyChoice
            id={id}
            value={draft.bodies}
            onChange={(bodies) => set({ bodies })}
            multiple
            label={t('meeting.bodies')}
          />
        )}
      </Field>
      {area('topics', 2)}
      {area('minutes', 4)}
      <Field label={t('meeting.minutesNo')}>
        {(ids) => (
          <Input {...ids} value={draft.minutesNo} maxLength={80} onChange={(e) => set({ minutesNo: e.target.value })} />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
