import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../error-box.tsx';

interface Kept {
  readonly dirty: boolean;
  readonly save: { readonly isError: boolean; readonly isPending: boolean; readonly error: unknown };
  readonly retry: () => void;
}

/** Whether what was typed has arrived. */
export function SaveState({ form }: { form: Kept }) {
  const { t } = useTranslation('agency-affairs');
  if (form.save.isError) return <span className="late">{t('form.notSaved')}</span>;
  if (form.save.isPending) return <span className="muted">{t('form.saving')}</span>;
  return <span className="muted">{t(form.dirty ? 'form.changed' : 'form.saved')}</span>;
}

/** In place of an action's dialog while something typed has not arrived yet. */
export function WaitForSave({ form, onClose }: { form: Kept; onClose: () => void }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <Modal open onCancel={onClose} title={t('form.waitTitle')} footer={null} width={460}>
      {form.save.isError ? <ErrorBox error={form.save.error} onRetry={form.retry} /> : <p>{t('form.waitText')}</p>}
    </Modal>
  );
}
