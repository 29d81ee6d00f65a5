import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { PortalPlaces } from './portal-places.tsx';

const shell = JSON.parse(readFileSync(new URL('../../messages/zh-CN/shell.json', import.meta.url), 'utf8'));
const i18n = createInstance();
beforeAll(async () => {
  await i18n.use(initReactI18next).init({ lng: 'zh-CN', resources: { 'zh-CN': { shell } } });
});

function draw(role: 'enterprise' | 'agency', at: string) {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MemoryRouter initialEntries={[at]}>
        <PortalPlaces role={role} />
      </MemoryRouter>
    </I18nextProvider>,
  );
  return [...html.matchAll(/<a ([^>]*)>(.*?)<\/a>/g)].map(([, attributes = '', words = '']) => ({
    words,
    path: /href="([^"]*)"/.exec(attributes)?.[1],
    here: attributes.includes('aria-current="page"'),
  }));
}

describe.each(['enterprise', 'agency'] as const)('the bar of the portal for an %s', (role) => {
  it('names each place once, in words short enough for a phone', () => {
    const places = draw(role, '/');
    expect(places.length).toBeGreaterThan(5);
    expect(new Set(places.map(({ path }) => path)).size).toBe(places.length);
    for (const { words } of places) expect(words).toMatch(/^[\p{Script=Han}]{2,6}$/u);
  });

  it('marks the place one is at and no other; the first page is not everywhere', () => {
    for (const { path } of draw(role, '/')) {
      const at = path === '/' ? '/' : `${path}/0190a000-0000-7000-8000-000000000001`;
      expect(draw(role, at).filter(({ here }) => here)).toMatchObject([{ path }]);
    }
  });
});

it('shows each role its own places', () => {
  const paths = (role: 'enterprise' | 'agency') => draw(role, '/').map(({ path }) => path);
  expect(paths('enterprise')).toContain('/aid');
  expect(paths('agency')).not.toContain('/aid');
  expect(paths('agency')).toContain('/annual-reports');
});
