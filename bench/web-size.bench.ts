import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { buildWebIfStale } from '../apps/server/src/build-web.ts';
import { findChromium } from '../scripts/browser/find-chromium.ts';
import type { BenchLine } from './bench-world.ts';

const DIST = fileURLToPath(new URL('../apps/web/dist', import.meta.url));
const BAR_KB = 300;
const COUNTED = /\.(js|css)$/;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
const packed = (path: string) => gzipSync(readFileSync(path), { level: 9 });

/** Scripts and styles that index.html names: what every visit loads before any page. */
function namedByIndex(): string[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] as string);
}

function everything(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((path) => COUNTED.test(path));
}

/** The built console with nobody signed in; answers as the server does, packed. */
async function serveDist(): Promise<Server> {
  const server = createServer((request, reply) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    if (path.startsWith('/api/')) {
      reply.writeHead(401, { 'content-type': 'application/problem+json' });
      reply.end('{"type":"about:blank","title":"","status":401,"code":"platform.not-signed-in"}');
      return;
    }
    const file = join(DIST, path);
    const found = extname(path) !== '' && existsSync(file) ? file : join(DIST, 'index.html');
    reply.writeHead(200, { 'content-type': TYPES[extname(found)] ?? 'text/plain', 'content-encoding': 'gzip' });
    reply.end(packed(found));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/** Bytes of scripts and styles over the wire from an empty cache until the sign-in page is quiet. */
async function loadedByBrowser(): Promise<number> {
  const server = await serveDist();
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await browser.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (COUNTED.test(new URL(request.url()).pathname))
        sizes.push(request.sizes().then((size) => size.responseBodySize));
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForLoadState('networkidle');
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await browser.close();
    server.close();
  }
}

/** First load of the console: by its index.html, and as a real browser fetches it; beside the whole build. */
export async function runWebSizeBench(): Promise<BenchLine[]> {
  await buildWebIfStale(() => undefined);
  const sum = (paths: readonly string[]) => paths.reduce((all, path) => all + packed(join(DIST, path)).length, 0);
  const peerValue = kilobytes(sum(everything()));
  const line = (metric: string, value: number): BenchLine => ({
    bench: 'web-size',
    metric,
    value,
    unit: 'KB gzip',
    peer: 'the whole build, as without splitting',
    peerValue,
    bar: BAR_KB,
    met: value <= BAR_KB,
  });
  return [
    line('first load: scripts and styles named by index.html', kilobytes(sum(namedByIndex()))),
    line('first load in a browser until the sign-in page stands', kilobytes(await loadedByBrowser())),
  ];
}
