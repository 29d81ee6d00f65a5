import type { IndicatorDetail } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatFigure, isShare, targetSign } from '../../lib/plan.ts';
import { refreshIndicators } from './indicator-query.ts';

interface Values {
  readonly value: number;
  readonly basis: 'plan' | 'district';
  readonly note: string;
}
interface Props {
  readonly indicator: IndicatorDetail;
  readonly year: number;
  readonly onClose: () => void;
}

/** What is known when one sets a target: the present figure and where it is heading. */
function Known({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { value, decimals, unit, forecast } = indicator;
  const write = (number: number) => `${formatFigure(number, decimals)}${isShare(unit) ? '%' : ` ${unit}`}`;
  if (value === null) return null;
  return (
    <p className="soft target-known">
      {t('now', { value: write(value) })}
      {forecast && ` · ${t('expectedOn', { date: forecast.on, low: write(forecast.low), high: write(forecast.high) })}`}
    </p>
  );
}

/** Sets, changes or takes back the target of one year; basis and reason stay with it. */
export default function TargetDrawer({ indicator, year, onClose }: Props) {
  const { t } = useTranslation(['indicators', 'plan', 'common']);
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const existing = indicator.targets.find((target) => target.year === year);
  const params = { code: indicator.code, year };
  const done = async (text: string) => {
    await refreshIndicators(queries);
    message.success(text);
    onClose();
  };
  const save = useMutation({
    mutationFn: (body: Values) => api.setTarget({ params, body }),
    onSuccess: () => done(t('targetSaved', { year })),
  });
  const clear = useMutation({
    mutationFn: () => api.clearTarget({ params }),
    onSuccess: () => done(t('targetCleared', { year })),
  });
  const askClear = () =>
    modal.confirm({
      title: t('clearTarget', { year }),
      content: t('clearTargetText'),
      okText: t('clearTargetOk'),
      cancelText: t('common:cancel'),
      onOk: () => clear.mutateAsync().catch(() => undefined),
    });
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('targetTitle', { year, label: indicator.label })}
      size={440}
      destroyOnHidden
    >
      <Known indicator={indicator} />
      {existing?.basis === 'example' && (
        <p className="target-known">
          <ExampleMark /> {t('exampleReplaced')}
        </p>
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          value: existing?.value,
          basis: existing?.basis === 'plan' ? 'plan' : 'district',
          note: existing && existing.basis !== 'example' ? existing.note : undefined,
        }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="value"
          label={`${t('plan:target')}${indicator.direction === 'down' ? ` ${targetSign('down')}` : ''}`}
          rules={[{ required: true, message: t('targetMissing') }]}
        >
          <InputNumber
            min={0}
            max={isShare(indicator.unit) ? 100 : 1e12}
            precision={indicator.decimals}
            suffix={indicator.unit}
            style={{ width: '100%' }}
            autoFocus
          />
        </Form.Item>
        <Form.Item name="basis" label={t('basis')}>
          <Radio.Group
            options={[
              { value: 'district', label: t('basisDistrict') },
              { value: 'plan', label: t('basisPlan') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('reason')}
          extra={t('reasonHelp')}
          rules={[{ required: true, min: 2, whitespace: true, message: t('reasonMissing') }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 3, maxRows: 8 }} />
        </Form.Item>
        {(save.error || clear.error) && (
          <Form.Item>
            <ErrorBox error={save.error ?? clear.error} />
          </Form.Item>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          {existing?.setBy && (
            <Button type="text" danger className="target-clear" loading={clear.isPending} onClick={askClear}>
              {t('clearTargetOk')}
            </Button>
          )}
        </div>
      </Form>
    </Drawer>
  );
}
