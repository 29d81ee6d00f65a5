import { ApiError, type FilePanel } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AppLink } from '../app-link.tsx';
import { Caution } from '../caution.tsx';
import { ErrorBox } from '../error-box.tsx';
import { ActionFields } from './action-fields.tsx';
import { type FileAction, filePanelQuery } from './file-query.ts';
import type { FormValues } from './schema-fields.ts';
import { useActionForm } from './use-action-form.ts';
import './action-form.css';

export interface ActionDialogProps {
  readonly panel: FilePanel;
  readonly action: FileAction;
  readonly onClose: () => void;
  readonly onDone: (panel: FilePanel) => void;
  /** What one should know before deciding, above the fields. */
  readonly lead?: ReactNode;
  /** Fields that need not be asked for this time. */
  readonly hidden?: readonly string[];
  /** What stands in the form before anything was typed. */
  readonly initial?: FormValues;
  readonly width?: number;
}

const NOTE_MAX = 2000;
const isStale = (error: unknown) => error instanceof ApiError && error.problem?.code === 'procedures.action.stale';

/** Sends an action with the version that was seen last; after a colleague's step the next try goes out with the new one. */
function usePerform({ panel, action, onDone }: ActionDialogProps) {
  const queries = useQueryClient();
  const { i18n } = useTranslation();
  const version = useRef(panel.file.version);
  return useMutation({
    mutationFn: async (given: { note: string | null; fields: Record<string, unknown> }) => {
      const params = { id: panel.file.id, action: action.action };
      const { note, fields } = given;
      const sent = { note, version: version.current, ...(action.fields === null ? {} : { fields }) };
      try {
        return await api.performFileAction({ params, body: sent });
      } catch (error) {
        if (isStale(error)) {
          const query = { ...filePanelQuery(panel.file.id, i18n.language), staleTime: 0 };
          version.current = (await queries.fetchQuery(query)).file.version;
        }
        throw error;
      }
    },
    onSuccess: onDone,
  });
}

/** A step that names another record (a list, an objection) is taken on the page where that record stands. */
function Elsewhere({ panel, onClose }: Pick<ActionDialogProps, 'panel' | 'onClose'>) {
  const { t } = useTranslation(['procedures', 'common']);
  return (
    <>
      <p>{t('action.elsewhere')}</p>
      <div className="action-foot">
        <AppLink className="" to={panel.file.href} onClick={onClose}>
          <Button type="primary" tabIndex={-1}>
            {t('action.openFile')}
          </Button>
        </AppLink>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </>
  );
}

/** Asks for what an action needs, and says what it does; a refusal is shown as the server's sentence, nothing typed is lost. */
export function ActionDialog(props: ActionDialogProps) {
  const { panel, action, onClose, onDone, lead, hidden, initial, width } = props;
  const { t } = useTranslation(['procedures', 'common']);
  const { message } = App.useApp();
  const id = useId();
  const form = useActionForm(panel.file.id, action, { hidden, initial });
  const perform = usePerform({
    ...props,
    onDone: (next) => {
      form.forget();
      message.success(t('action.done', { action: action.label, state: next.file.stateLabel }));
      onDone(next);
    },
  });
  const problems = form.problemWords(perform.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = form.read();
    if (given) perform.mutate(given);
    else document.getElementById(id)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  if (form.fields.some((field) => field.kind === 'reference' && field.required))
    return (
      <Modal open onCancel={onClose} title={action.label} footer={null} width={460}>
        <Elsewhere panel={panel} onClose={onClose} />
      </Modal>
    );
  return (
    <Modal open onCancel={onClose} title={action.label} footer={null} width={width ?? 560} mask={{ closable: false }}>
      <form id={id} className="action-form" onSubmit={submit} noValidate>
        <p className="soft">
          {panel.file.number} · {panel.file.subjectLabel}
        </p>
        {lead}
        {action.confirm && <Caution>{action.confirm}</Caution>}
        <ActionFields fields={form.fields} values={form.values} onChange={form.setValues} problems={problems} />
        <div className="action-field">
          <label className="action-label" htmlFor={`${id}note`}>
            {t('note.label')}
            <small>{t('optional')}</small>
          </label>
          <Input.TextArea
            id={`${id}note`}
            value={form.note}
            maxLength={NOTE_MAX}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => form.setNote(event.target.value)}
          />
          <p className="muted">{t('note.help')}</p>
        </div>
        {perform.error && <ErrorBox error={perform.error} />}
        {isStale(perform.error) && <p className="soft">{t('action.stale')}</p>}
        <div className="action-foot">
          <Button type="primary" htmlType="submit" loading={perform.isPending}>
            {action.label}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
