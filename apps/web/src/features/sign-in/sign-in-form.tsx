import type { Me } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import './sign-in-form.css';

interface SignInFormProps {
  /** Fixed name when signing in again; else the person types it. */
  readonly username?: string;
  /** Chosen demo account, filled in. */
  readonly preset?: { readonly username: string; readonly password: string } | undefined;
  readonly onSignedIn: (me: Me, password: string) => void;
}

const empty = { username: '', password: '', totp: '' };

/** Name and password, and the one-time code when the account asks for one. Input stays on error. */
export function SignInForm({ username, preset, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('sign-in');
  const [values, setValues] = useState({ ...empty, username: username ?? '' });
  const [tried, setTried] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const code = useRef<InputRef>(null);
  const signIn = useMutation({
    mutationFn: () =>
      api.signIn({
        body: {
          username: values.username.trim(),
          password: values.password,
          ...(values.totp ? { totp: values.totp.replace(/\s/g, '') } : {}),
        },
      }),
    onSuccess: (answer) => {
      if (answer.state === 'totp-required') {
        setAsksCode(true);
        setTried(false);
      } else if (answer.me) onSignedIn(answer.me, values.password);
    },
  });
  useEffect(() => {
    if (preset) setValues({ ...empty, username: preset.username, password: preset.password });
  }, [preset]);
  useEffect(() => {
    if (asksCode) code.current?.focus();
  }, [asksCode]);
  const set = (name: keyof typeof empty) => (event: { target: { value: string } }) =>
    setValues((before) => ({ ...before, [name]: event.target.value }));
  const missing = (name: keyof typeof empty) => (tried && !values[name].trim() ? t(`${name}Missing`) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (values.username.trim() && values.password && (!asksCode || values.totp.trim())) signIn.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <Field label={t('username')} error={missing('username')}>
        {(ids) => (
          <Input
            {...ids}
            size="large"
            name="username"
            autoComplete="username"
            autoFocus={!username}
            readOnly={username !== undefined}
            spellCheck={false}
            value={values.username}
            onChange={set('username')}
          />
        )}
      </Field>
      <Field label={t('password')} error={missing('password')}>
        {(ids) => (
          <Input.Password
            {...ids}
            size="large"
            name="password"
            autoComplete="current-password"
            autoFocus={username !== undefined}
            value={values.password}
            onChange={set('password')}
          />
        )}
      </Field>
      {asksCode && (
        <Field label={t('totp')} help={t('totpHelp')} error={missing('totp')}>
          {(ids) => (
            <Input
              {...ids}
              ref={code}
              size="large"
              name="totp"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              value={values.totp}
              onChange={set('totp')}
            />
          )}
        </Field>
      )}
      {signIn.error && <ErrorBox error={signIn.error} />}
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        {t(asksCode ? 'confirmCode' : 'submit')}
      </Button>
    </form>
  );
}
