import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { meQuery, useMe } from '../../lib/meta.ts';

/** Secret in groups of four, as it is typed into a phone. */
const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

function Begin() {
  const { t } = useTranslation('session-security');
  const queries = useQueryClient();
  const begin = useMutation({ mutationFn: () => api.beginTotp() });
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => api.confirmTotp({ body: { code: code.trim() } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const secret = begin.data;
  if (!secret) {
    return (
      <>
        <p>{t('totp.text')}</p>
        {begin.error && <ErrorBox error={begin.error} onRetry={() => begin.mutate()} />}
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('totp.begin')}
        </Button>
      </>
    );
  }
  return (
    <div className="totp-steps">
      <p>{t('totp.scan')}</p>
      <div className="totp-secret">
        {/* Drawn here as SVG: the secret leaves this browser for nowhere. */}
        <QRCode type="svg" value={secret.otpauthUrl} size={172} bordered={false} errorLevel="M" />
        <div>
          <p className="muted">{t('totp.orType')}</p>
          <code>{grouped(secret.secret)}</code>
          <p>
            <a className="link" href={secret.otpauthUrl}>
              {t('totp.openApp')}
            </a>
          </p>
        </div>
      </div>
      <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(values) => confirm.mutate(values)}>
        <Form.Item
          name="code"
          label={t('totp.code')}
          rules={[
            { required: true, message: t('totp.codeMissing') },
            { pattern: /^\s*\d{6}\s*$/, message: t('totp.codeMissing') },
          ]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} style={{ width: 160 }} autoFocus />
        </Form.Item>
        {confirm.error && (
          <Form.Item>
            <ErrorBox error={confirm.error} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('totp.confirm')}
        </Button>
      </Form>
    </div>
  );
}

function End() {
  const { t } = useTranslation('session-security');
  const queries = useQueryClient();
  const disable = useMutation({
    mutationFn: ({ password }: { password: string }) => api.disableTotp({ body: { password } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  return (
    <>
      <p>{t('totp.onText')}</p>
      <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={(values) => disable.mutate(values)}>
        <Form.Item
          name="password"
          label={t('totp.password')}
          rules={[{ required: true, message: t('password.currentMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {disable.error && (
          <Form.Item>
            <ErrorBox error={disable.error} />
          </Form.Item>
        )}
        <Button danger htmlType="submit" loading={disable.isPending}>
          {t('totp.disable')}
        </Button>
      </Form>
    </>
  );
}

/** Sets a second proof of identity up, or switches it off. */
export function OneTimeCode() {
  const { t } = useTranslation('session-security');
  const me = useMe();
  return (
    <Section
      title={t('totp.title')}
      extra={
        <StatusTag tone={me.totpEnabled ? 'good' : 'plain'}>{t(me.totpEnabled ? 'totp.on' : 'totp.off')}</StatusTag>
      }
    >
      <div className="totp">{me.totpEnabled ? <End /> : <Begin />}</div>
    </Section>
  );
}
