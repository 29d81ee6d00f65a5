import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import zhCommon from '../messages/zh-CN/common.json' with { type: 'json' };
import zhShell from '../messages/zh-CN/shell.json' with { type: 'json' };

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
const storageKey = 'jince.language';

type Messages = Record<string, unknown>;
const files = import.meta.glob<Messages>(['../messages/*/*.json', '!../messages/zh-CN/{common,shell}.json'], {
  import: 'default',
});
const eager: Record<string, Messages> = { 'zh-CN/common': zhCommon, 'zh-CN/shell': zhShell };

async function readMessages(language: string, namespace: string): Promise<Messages> {
  const known = eager[`${language}/${namespace}`];
  if (known) return known;
  const load = files[`../messages/${language}/${namespace}.json`];
  if (!load) throw new Error(`no message file ${language}/${namespace}.json`);
  return load();
}

/** One message file per feature and language, fetched when a page first needs it. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    readMessages(language, namespace).then(
      (messages) => done(null, messages as never),
      (error: Error) => done(error, null),
    );
  },
};

function firstLanguage(): Language {
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept === 'en' || kept === 'zh-CN') return kept;
  } catch {
    // Storage may be forbidden by policy; the default then holds for the visit.
  }
  return 'zh-CN';
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

export async function switchLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Not kept beyond this visit.
  }
  await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      // No fallback: a missing message must show in review, not be papered over in another language.
      fallbackLng: false,
      supportedLngs: [...languages],
      load: 'currentOnly',
      ns: ['common', 'shell'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
}

export { i18next };
