import type { CampaignDetail } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';

interface Values {
  title: string;
  purpose: string;
  period: [Dayjs, Dayjs];
  goal: number | null;
}

/** Title, purpose, period and goal. The rules are changed on a page of their own, where the effect is seen first. */
export function EditCampaign({
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
  const save = useMutation({
    mutationFn: (values: Values) =>
      api.updateCampaign({
        params: { id: campaign.id },
        body: {
          title: values.title.trim(),
          purpose: values.purpose.trim(),
          from: values.period[0].format('YYYY-MM-DD'),
          to: values.period[1].format('YYYY-MM-DD'),
          goal: values.goal ?? null,
        },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['campaign', campaign.id] });
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      onClose();
    },
  });
  return (
    <Modal open={open} onCancel={onClose} title={t('edit.title')} footer={null} width={560} destroyOnHidden>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          title: campaign.title,
          purpose: campaign.purpose,
          period: [dayjs(campaign.from), dayjs(campaign.to)],
          goal: campaign.goal,
        }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="title"
          label={t('field.title')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('wizard.missing.title') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="purpose" label={t('field.purpose')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item
          name="period"
          label={t('field.period')}
          rules={[{ required: true, message: t('wizard.missing.period') }]}
        >
          <DatePicker.RangePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="goal" label={t('field.goal')} extra={t('field.goalNote')}>
          <InputNumber min={0} precision={0} style={{ width: 160 }} />
        </Form.Item>
        {save.error && (
          <Form.Item>
            <ErrorBox error={save.error} />
          </Form.Item>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
