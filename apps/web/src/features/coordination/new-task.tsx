import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BodyChoice } from '../../components/body-choice.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { TASK_KINDS, taskBase, taskKeys } from './coordination-query.ts';

/** Sets a joint task, or enters a decision of a meeting, which is one. */
export function NewTask({ meetingId, onClose }: { meetingId?: string; onClose: () => void }) {
  const { t } = useTranslation(['coordination', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof TASK_KINDS)[number]>('enforcement');
  const [title, setTitle] = useState('');
  const [content, setContent] = useState('');
  const [lead, setLead] = useState<string[]>([]);
  const [members, setMembers] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState('');
  const task = { title: title.trim(), content: content.trim(), leadBody: lead[0] ?? '', memberBodies: members, dueOn };
  const save = useMutation({
    mutationFn: () =>
      meetingId === undefined
        ? api.createJointTask({ body: { ...task, kind } })
        : api.addDecision({ params: { id: meetingId }, body: task }),
    onSuccess: ({ id }) => {
      for (const queryKey of taskKeys) void queries.invalidateQueries({ queryKey });
      if (meetingId === undefined) navigate(`${taskBase}/${id}`);
      else onClose();
    },
  });
  const ready = task.title.length >= 4 && task.content.length >= 4 && lead.length > 0 && dueOn !== '';
  const heading = t(meetingId === undefined ? 'task.new' : 'meeting.addDecision');
  return (
    <Drawer open onClose={onClose} title={heading} size="large">
      <p className="soft">{t('task.newText')}</p>
      {meetingId === undefined && (
        <Field label={t('list.kind')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={kind}
              onChange={setKind}
              options={TASK_KINDS.map((value) => ({ value, label: t(`taskKind.${value}`) }))}
            />
          )}
        </Field>
      )}
      <Field label={t('task.title')}>
        {(ids) => <Input {...ids} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field label={t('task.content')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={content}
            maxLength={4000}
            onChange={(event) => setContent(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('task.lead')}>
        {({ id }) => <BodyChoice id={id} value={lead} onChange={setLead} label={t('task.lead')} />}
      </Field>
      <Field label={t('task.members')}>
        {({ id }) => <BodyChoice id={id} value={members} onChange={setMembers} multiple label={t('task.members')} />}
      </Field>
      <Field label={t('task.due')}>
        {(ids) => <DatePicker {...ids} onChange={(day) => setDueOn(day === null ? '' : day.format('YYYY-MM-DD'))} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('task.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
