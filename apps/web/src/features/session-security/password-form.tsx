import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { useMe } from '../../lib/meta.ts';
import { type CharacterClass, classesOf, holdsUsername, lengthOf } from './password-strength.ts';

interface Values {
  current: string;
  next: string;
  again: string;
}
const kinds: readonly CharacterClass[] = ['upper', 'lower', 'digit', 'symbol'];

/** What the new password has so far, beside what is asked of it. */
function Policy({ password }: { password: string }) {
  const { t } = useTranslation('session-security');
  const me = useMe();
  const has = classesOf(password);
  return (
    <div className="policy">
      <p>{t('password.policy')}</p>
      <ul aria-live="polite">
        <li className={password ? 'good' : 'muted'}>{t('password.length', { n: lengthOf(password) })}</li>
        {kinds.map((kind) => (
          <li key={kind} className={has[kind] ? 'good' : 'muted'}>
            {has[kind] ? '✓' : '·'} {t(`password.class.${kind}`)}
          </li>
        ))}
      </ul>
      {holdsUsername(password, me.username) && <p className="late">{t('password.holdsName')}</p>}
    </div>
  );
}

/** Changes one's own password; the server's sentence is shown when it is not accepted. */
export function PasswordForm() {
  const { t } = useTranslation('session-security');
  const [form] = Form.useForm<Values>();
  const next = Form.useWatch('next', form) ?? '';
  const change = useMutation({
    mutationFn: (values: Values) => api.changePassword({ body: { current: values.current, next: values.next } }),
    onSuccess: () => form.resetFields(),
  });
  const required = (message: string) => ({ required: true, message });
  return (
    <Section title={t('password.title')}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => change.mutate(values)}
        onValuesChange={() => change.isSuccess && change.reset()}
      >
        <Form.Item name="current" label={t('password.current')} rules={[required(t('password.currentMissing'))]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('password.next')}
          extra={<Policy password={next} />}
          rules={[required(t('password.nextMissing'))]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['next']}
          rules={[
            required(t('password.againMissing')),
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.differs'))),
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
        {change.isSuccess && (
          <p className="good security-done" role="status">
            {t('password.done')}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('password.save')}
        </Button>
      </Form>
    </Section>
  );
}
