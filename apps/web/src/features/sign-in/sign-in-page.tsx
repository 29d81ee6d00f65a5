import type { Me } from '@jince/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { WeaveMark } from '../../components/weave-mark.tsx';
import { type Language, switchLanguage } from '../../lib/i18n.ts';
import { meQuery, useMeta } from '../../lib/meta.ts';
import { sessionStore } from '../../lib/session-store.ts';
import { safeNext } from './safe-next.ts';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

// Few need it, and it brings antd's Form with it.
const NewPasswordForm = lazy(() => import('./new-password-form.tsx'));

interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly label: string;
}

function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: readonly DemoAccount[];
  onChoose: (account: DemoAccount) => void;
}) {
  const { t } = useTranslation('sign-in');
  return (
    <section className="demo-accounts">
      <h2>
        {t('demo.title')} <small>{t('demo.text')}</small>
      </h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onChoose(account)}>
              <b>{account.label}</b>
              <span>{account.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Sign-in, one-time code, and the forced change of a first password. */
export function SignInPage() {
  const { t, i18n } = useTranslation(['sign-in', 'shell']);
  const meta = useMeta(i18n.language);
  const session = useQuery(meQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [preset, setPreset] = useState<DemoAccount>();
  const [typed, setTyped] = useState<string>();
  const next = safeNext(params.get('next'));
  const mustChange = session.data?.mustChangePassword === true;
  const ready = session.data !== undefined && !mustChange;
  useEffect(() => {
    document.title = `${t('shell:product')} · ${t('title')}`;
  }, [t]);
  useEffect(() => {
    if (ready) navigate(next, { replace: true });
  }, [ready, next, navigate]);
  const enter = (me: Me, password: string) => {
    setTyped(password);
    sessionStore.opened(me.csrfToken);
    queries.setQueryData(meQuery.queryKey, me);
  };
  const other: Language = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="sign-in">
      <aside>
        <div className="sign-in-brand">
          <WeaveMark size={40} />
          <b>{t('shell:product')}</b>
          <span>{meta?.district.name}</span>
        </div>
        <div className="sign-in-words">
          <p className="sign-in-line">{t('line')}</p>
          <ul>
            <li>{t('promise.open')}</li>
            <li>{t('promise.why')}</li>
            <li>{t('promise.undo')}</li>
          </ul>
        </div>
        <footer>{meta && t('version', { version: meta.version })}</footer>
      </aside>
      <main>
        <button type="button" className="language" lang={other} onClick={() => void switchLanguage(other)}>
          {t('shell:otherLanguage')}
        </button>
        <div className="sign-in-box">
          <h1>{t(mustChange ? 'changeTitle' : 'title')}</h1>
          <p className="soft">{t(mustChange ? 'changeText' : 'text')}</p>
          {mustChange ? (
            <Suspense fallback={null}>
              <NewPasswordForm current={typed} onChanged={() => void session.refetch()} />
            </Suspense>
          ) : (
            <SignInForm preset={preset} onSignedIn={enter} />
          )}
          {!mustChange && meta && meta.demoAccounts.length > 0 && (
            <DemoAccounts accounts={meta.demoAccounts} onChoose={setPreset} />
          )}
        </div>
      </main>
    </div>
  );
}
