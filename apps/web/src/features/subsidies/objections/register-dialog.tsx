import { useMutation } from '@tanstack/react-query';
import { App, Button, Checkbox, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../../components/caution.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { api } from '../../../lib/api.ts';
import { today } from '../../../lib/format.ts';
import { useObjectionChange } from './use-objection-change.ts';

interface Values {
  anonymous: boolean;
  by?: string;
  contact?: string;
  text: string;
  receivedOn: Dayjs;
}
interface RegisterDialogProps {
  readonly claim: { readonly id: string; readonly label: string };
  readonly onClose: () => void;
}

/** Registers an objection, named or anonymous: publicity of the claim stops until it is answered. */
export function RegisterDialog({ claim, onClose }: RegisterDialogProps) {
  const { t } = useTranslation(['objections', 'common']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const anonymous = Form.useWatch('anonymous', form) ?? false;
  const changed = useObjectionChange();
  const register = useMutation({
    mutationFn: (values: Values) =>
      api.registerObjection({
        params: { id: claim.id },
        body: {
          anonymous: values.anonymous,
          by: values.anonymous ? null : (values.by ?? null),
          contact: values.anonymous ? null : (values.contact ?? null),
          text: values.text,
          receivedOn: values.receivedOn.format('YYYY-MM-DD'),
        },
      }),
    onSuccess: () => {
      message.success(t('registered'));
      changed();
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t('register')} mask={{ closable: false }}>
      <div className="stack-tight register-lead">
        <p className="soft">{claim.label}</p>
        <Caution>{t('registerText')}</Caution>
      </div>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ anonymous: false, receivedOn: dayjs(today()) }}
        onFinish={(values) => register.mutate(values)}
      >
        <Form.Item name="anonymous" valuePropName="checked">
          <Checkbox>{t('isAnonymous')}</Checkbox>
        </Form.Item>
        {!anonymous && (
          <>
            <Form.Item name="by" label={t('by')} rules={[{ required: true, message: t('byMissing') }]}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name="contact" label={t('contact')}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          </>
        )}
        <Form.Item name="receivedOn" label={t('received')} rules={[{ required: true }]}>
          <DatePicker maxDate={dayjs(today())} allowClear={false} />
        </Form.Item>
        <Form.Item name="text" label={t('text')} rules={[{ required: true, min: 4, message: t('textMissing') }]}>
          <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 8 }} />
        </Form.Item>
        {register.error && (
          <Form.Item>
            <ErrorBox error={register.error} />
          </Form.Item>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            {t('register')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
