import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A first password, shown this once. */
export function FirstPassword({ username, password }: { username: string; password: string }) {
  const { t } = useTranslation('users');
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password);
      setCopied(true);
    } catch {
      // Without https or permission there is no clipboard; the text can still be selected.
      setCopied(false);
    }
  };
  return (
    <div className="first-password" role="status">
      <p>{t('first.text')}</p>
      <dl>
        <dt>{t('username')}</dt>
        <dd className="mono">{username}</dd>
        <dt>{t('first.password')}</dt>
        <dd>
          <code>{password}</code>
          <Button size="small" onClick={() => void copy()}>
            {t(copied ? 'first.copied' : 'first.copy')}
          </Button>
        </dd>
      </dl>
      {copied === false && <p className="warn">{t('first.copyFailed')}</p>}
    </div>
  );
}
