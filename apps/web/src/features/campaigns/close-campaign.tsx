import type { CampaignDetail } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';

/** Ends a campaign with a word on why; its figures stay as they are. */
export function CloseCampaign({
  campaign,
  open,
  onClose,
}: {
  campaign: CampaignDetail;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(['campaigns', 'common']);
  const queries = useQueryClient();
  const close = useMutation({
    mutationFn: ({ note }: { note: string }) =>
      api.closeCampaign({ params: { id: campaign.id }, body: { note: note.trim() } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['campaign', campaign.id] });
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      onClose();
    },
  });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('close.title', { title: campaign.title })}
      footer={null}
      width={480}
      destroyOnHidden
    >
      <p className="soft" style={{ marginBottom: 12 }}>
        {t('close.text')}
      </p>
      <Form<{ note: string }> layout="vertical" requiredMark={false} onFinish={(values) => close.mutate(values)}>
        <Form.Item
          name="note"
          label={t('close.note')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('close.noteMissing') }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        {close.error && (
          <Form.Item>
            <ErrorBox error={close.error} />
          </Form.Item>
        )}
        <div className="row">
          <Button type="primary" danger htmlType="submit" loading={close.isPending}>
            {t('close.open')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
