import type { Me } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';

interface Values {
  username: string;
  password: string;
  totp?: string;
}
interface SignInFormProps {
  /** Fixed name when signing in again; else the person types it. */
  readonly username?: string;
  /** Chosen demo account, filled in. */
  readonly preset?: { readonly username: string; readonly password: string } | undefined;
  readonly onSignedIn: (me: Me, password: string) => void;
}

/** Name and password, and the one-time code when the account asks for one. Input stays on error. */
export function SignInForm({ username, preset, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('sign-in');
  const [form] = Form.useForm<Values>();
  const code = useRef<InputRef>(null);
  const signIn = useMutation({
    mutationFn: (values: Values) =>
      api.signIn({
        body: {
          username: values.username.trim(),
          password: values.password,
          ...(values.totp ? { totp: values.totp.replace(/\s/g, '') } : {}),
        },
      }),
    onSuccess: (answer, values) => {
      if (answer.state === 'signed-in' && answer.me) onSignedIn(answer.me, values.password);
    },
  });
  const asksCode = signIn.data?.state === 'totp-required' || (signIn.variables?.totp !== undefined && signIn.isError);
  useEffect(() => {
    if (preset) form.setFieldsValue(preset);
  }, [preset, form]);
  useEffect(() => {
    if (asksCode) code.current?.focus();
  }, [asksCode]);
  const required = (message: string) => [{ required: true, message }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(values) => signIn.mutate(values)}
      size="large"
    >
      <Form.Item name="username" label={t('username')} rules={required(t('usernameMissing'))}>
        <Input autoComplete="username" autoFocus={!username} readOnly={username !== undefined} spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={required(t('passwordMissing'))}>
        <Input.Password autoComplete="current-password" autoFocus={username !== undefined} />
      </Form.Item>
      {asksCode && (
        <Form.Item name="totp" label={t('code')} extra={t('codeHelp')} rules={required(t('codeMissing'))}>
          <Input ref={code} inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        </Form.Item>
      )}
      {signIn.error && (
        <Form.Item>
          <ErrorBox error={signIn.error} />
        </Form.Item>
      )}
      <Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t(asksCode ? 'confirmCode' : 'submit')}
        </Button>
      </Form.Item>
    </Form>
  );
}
