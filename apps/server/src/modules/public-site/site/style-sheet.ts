import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FILES = ['tokens', 'base', 'layout', 'parts', 'tables', 'forms', 'pages', 'reports', 'print'];

const read = (name: string) => readFileSync(new URL(`../style/${name}.css`, import.meta.url), 'utf8');

/** The one style sheet of the site, without comments and indents. */
export const STYLE_SHEET = FILES.map(read)
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\n\s*/g, '\n')
  .trim();

/** Names its content, so that browsers may keep it for ever. */
export const STYLE_HREF = `/public/assets/site.${createHash('sha256').update(STYLE_SHEET).digest('hex').slice(0, 12)}.css`;
