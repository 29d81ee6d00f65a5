import { readFileSync } from 'node:fs';
import type { Me } from '@jince/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { chapters } from '../../config/navigation.ts';
import { declareBuilt } from '../../lib/built-pages.ts';
import { meQuery } from '../../lib/meta.ts';
import { NavMap } from './nav-map.tsx';

const shell = JSON.parse(readFileSync(new URL('../../messages/zh-CN/shell.json', import.meta.url), 'utf8'));
const i18n = createInstance();
beforeAll(async () => {
  await i18n.use(initReactI18next).init({ lng: 'zh-CN', resources: { 'zh-CN': { shell } } });
  declareBuilt(chapters.flatMap(({ items }) => items.map(({ path }) => path)).filter((path) => path !== '/facts'));
});

interface Entry {
  readonly words: string;
  readonly path: string;
  readonly active: boolean;
}

/** The map of somebody with these permissions who is on a page: chapters, and entries as they are read. */
function draw(permissions: readonly string[], at: string) {
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, { permissions } as Me);
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[at]}>
          <NavMap />
        </MemoryRouter>
      </QueryClientProvider>
    </I18nextProvider>,
  );
  const entries = [...html.matchAll(/<a ([^>]*)>(.*?)<\/a>/g)].map(
    ([, attributes = '', inner = '']): Entry => ({
      words: inner.replace(/<[^>]+>/g, ' ').trim(),
      path: /href="([^"]*)"/.exec(attributes)?.[1] ?? '',
      active: attributes.includes('aria-current="page"'),
    }),
  );
  return { html, entries, heads: [...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, head]) => head) };
}

const everything = [...new Set(chapters.flatMap(({ items }) => items.flatMap(({ permission }) => permission ?? [])))];

describe('the map of pages on a phone', () => {
  it('holds every page of every chapter for whoever may do all, each in words', () => {
    const { entries, heads, html } = draw(everything, '/');
    expect(entries.map(({ path }) => path)).toEqual(chapters.flatMap(({ items }) => items.map(({ path }) => path)));
    expect(heads).toHaveLength(chapters.length);
    // A key without words is drawn as the key itself.
    expect(html).not.toMatch(/item\.|chapter\./);
    expect(html).toContain('aria-label="');
  });

  it('shows a person what he may open and nothing else, without empty chapters', () => {
    const desk = chapters.flatMap(({ items }) => items).find(({ key }) => key === 'desk');
    const { entries, heads } = draw([desk?.permission as string], '/protection/desk');
    const allowed = chapters.flatMap(({ items }) =>
      items.filter(({ permission }) => permission === undefined || permission === desk?.permission),
    );
    expect(entries.map(({ path }) => path)).toEqual(allowed.map(({ path }) => path));
    expect(heads.length).toBeLessThan(chapters.length);
    expect(entries.length).toBeLessThan(everything.length);
  });

  it('marks where one is, also on a page below the entry', () => {
    for (const at of ['/protection/cases', '/protection/cases/0190a000-0000-7000-8000-000000000001'])
      expect(draw(everything, at).entries.filter(({ active }) => active)).toMatchObject([
        { path: '/protection/cases' },
      ]);
  });

  it('says of a page that is not there yet that it is not', () => {
    const entry = draw(everything, '/').entries.find(({ path }) => path === '/facts');
    expect(entry?.words).toContain(shell.notBuilt);
  });
});
