import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from '../lib/run-command.ts';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it was found, for the log. */
  readonly from: string;
}

export class NoBrowserError extends Error {
  override name = 'NoBrowserError';
}

const SYSTEM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];
const FONT_FOLDERS = [
  'noto-sans-sc/400Regular',
  'noto-sans-sc/500Medium',
  'noto-sans-sc/700Bold',
  'noto-serif-sc/700Bold',
];

const user = () => String(process.getuid?.() ?? process.env.USERNAME ?? 'user');

/** A folder of this user alone: two users of one machine must not share unpacked programs. */
function stateFolder(): string {
  const folder = join(tmpdir(), `jince-browser-${user()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Chinese glyphs from the Noto fonts among the dependencies, beside whatever the machine has. */
function writeFontConfig(folder: string): string {
  const own = FONT_FOLDERS.map((name) => join(ROOT, 'node_modules/@expo-google-fonts', name)).filter(existsSync);
  const dirs = [...own, '/usr/share/fonts', '/usr/local/share/fonts'].map((dir) => `  <dir>${dir}</dir>`);
  const path = join(folder, 'fonts.conf');
  const prefer = (family: string, font: string) =>
    `  <alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  writeFileSync(
    path,
    [
      '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>',
      ...dirs,
      `  <cachedir>${join(folder, 'font-cache')}</cachedir>`,
      prefer('sans-serif', 'Noto Sans SC'),
      prefer('serif', 'Noto Serif SC'),
      '</fontconfig>\n',
    ].join('\n'),
  );
  return path;
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
}

/** Whether the program starts at all; says why not. */
function tryBrowser(path: string, env: Readonly<Record<string, string>>): string | undefined {
  const ran = spawnSync(path, ['--version', '--no-sandbox', '--headless=shell'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (ran.status === 0) return undefined;
  return ran.error?.message ?? (ran.stderr.trim().split('\n')[0] || `exit code ${ran.status}`);
}

/** Unpacks the Chromium among the dependencies once; a half-unpacked one is never left under the final name. */
async function unpackBundled(state: string): Promise<{ path: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('随附的 Chromium 只适用于 Linux x64');
  const version = '153.0.0';
  const folder = join(state, `chromium-${version}`);
  const bin = join(ROOT, 'node_modules/@sparticuz/chromium/bin');
  if (!existsSync(join(folder, 'chromium'))) {
    const draft = `${folder}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    const before = process.env.TMPDIR;
    process.env.TMPDIR = draft;
    try {
      const { inflate } = await import('@sparticuz/chromium');
      await Promise.all(['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate(join(bin, name))));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  }
  const hasNss = LIBRARY_FOLDERS.some((dir) => existsSync(join(dir, 'libnss3.so')));
  const libraries = join(folder, 'al2023', 'lib');
  const given = process.env.LD_LIBRARY_PATH;
  return {
    path: join(folder, 'chromium'),
    env: hasNss ? {} : { LD_LIBRARY_PATH: given === undefined ? libraries : `${libraries}:${given}` },
  };
}

async function ownOfPlaywright(): Promise<string> {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/**
 * The first Chromium that starts: named by the environment, of the system, Playwright's own, the one among the
 * dependencies, and at last one that Playwright downloads.
 * @throws {NoBrowserError} with the sentence that says what to do
 */
export async function findChromium(): Promise<Browser> {
  const state = stateFolder();
  const temporary = join(state, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const env = { FONTCONFIG_FILE: writeFontConfig(state), TMPDIR: temporary };
  const tried: string[] = [];
  const accept = (from: string, path: string, extra: Record<string, string> = {}): Browser | undefined => {
    const all = { ...env, ...extra };
    const problem = existsSync(path) ? tryBrowser(path, all) : '文件不存在';
    if (problem === undefined) return { executablePath: path, args: launchArguments(), env: all, from };
    tried.push(`${from}（${path}）：${problem}`);
    return undefined;
  };

  const named = process.env.JINCE_CHROMIUM ?? process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') {
    const browser = accept('环境变量', named);
    if (browser !== undefined) return browser;
    throw new NoBrowserError(`环境变量指定的浏览器不能启动。\n  ${tried.join('\n  ')}`);
  }
  for (const path of [...SYSTEM_NAMES.flatMap((name) => onPath(name) ?? []), ...SYSTEM_PATHS.filter(existsSync)]) {
    const browser = accept('系统浏览器', path);
    if (browser !== undefined) return browser;
  }
  const playwrights = await ownOfPlaywright();
  if (existsSync(playwrights)) {
    const browser = accept('Playwright 的浏览器', playwrights);
    if (browser !== undefined) return browser;
  }
  try {
    const bundled = await unpackBundled(state);
    const browser = accept('依赖包 @sparticuz/chromium', bundled.path, bundled.env);
    if (browser !== undefined) return browser;
  } catch (error) {
    tried.push(`依赖包 @sparticuz/chromium：${error instanceof Error ? error.message : String(error)}`);
  }
  const cli = join(ROOT, 'node_modules/playwright/cli.js');
  const install = spawnSync(process.execPath, [cli, 'install', 'chromium'], { encoding: 'utf8', timeout: 240_000 });
  const browser = install.status === 0 ? accept('Playwright 下载的浏览器', playwrights) : undefined;
  if (browser !== undefined) return browser;
  throw new NoBrowserError(
    `没有可用的 Chromium，浏览器测试无法进行。请安装 chromium 或 google-chrome，或把已有浏览器的路径写入环境变量 JINCE_CHROMIUM 后重试。\n` +
      `No Chromium can be used: install one, or set JINCE_CHROMIUM to its path.\n  ${tried.join('\n  ')}`,
  );
}

function launchArguments(): string[] {
  return [
    '--no-sandbox',
    '--headless=shell',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--font-render-hinting=none',
  ];
}
