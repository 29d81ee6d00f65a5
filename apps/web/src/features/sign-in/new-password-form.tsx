import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';

interface Values {
  current: string;
  next: string;
  again: string;
}
interface NewPasswordFormProps {
  /** Typed a moment ago when signing in; asked for when unknown. */
  readonly current: string | undefined;
  readonly onChanged: () => void;
}

/** The change of password that a first or expired password demands. */
export default function NewPasswordForm({ current, onChanged }: NewPasswordFormProps) {
  const { t } = useTranslation('sign-in');
  const change = useMutation({
    mutationFn: (values: Values) =>
      api.changePassword({ body: { current: current ?? values.current, next: values.next } }),
    onSuccess: onChanged,
  });
  const required = (message: string) => ({ required: true, message });
  return (
    <Form<Values> layout="vertical" requiredMark={false} size="large" onFinish={(values) => change.mutate(values)}>
      {current === undefined && (
        <Form.Item name="current" label={t('currentPassword')} rules={[required(t('passwordMissing'))]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
      )}
      <Form.Item
        name="next"
        label={t('newPassword')}
        extra={t('newPasswordHelp')}
        rules={[required(t('newPasswordMissing'))]}
      >
        <Input.Password autoComplete="new-password" autoFocus={current !== undefined} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('repeatPassword')}
        dependencies={['next']}
        rules={[
          required(t('repeatMissing')),
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('repeatDiffers'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {change.error && (
        <Form.Item>
          <ErrorBox error={change.error} />
        </Form.Item>
      )}
      <Form.Item>
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {t('savePassword')}
        </Button>
      </Form.Item>
    </Form>
  );
}
