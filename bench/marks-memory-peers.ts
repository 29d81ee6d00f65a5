import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { MarkPeer } from './marks-peers.ts';

const FIRST = 10;
/** fuse.js goes over every name for each query: some hundred milliseconds, so it answers fewer of them. */
const FUSE_PER_KIND = 10;

/** Single signs and pairs of neighbours, in small letters: what n-grams of a search library would be for names of two to four signs. */
function gramsOf(text: string): string[] {
  const signs = [...text.toLowerCase()].filter((sign) => sign.trim() !== '');
  return [...signs, ...signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)];
}

/** Search libraries that keep everything in memory: MiniSearch with n-grams, fuse.js as it comes (wherever in the name). */
export function openMemoryPeers(names: readonly string[]): MarkPeer[] {
  const mini = new MiniSearch<{ id: number; name: string }>({ fields: ['name'], tokenize: gramsOf });
  mini.addAll(names.map((name, id) => ({ id, name })));
  const fuse = new Fuse(names, { includeScore: true, ignoreLocation: true, threshold: 0.6 });
  return [
    {
      name: 'MiniSearch 7.2.0 with n-grams',
      search: async (text) =>
        mini
          .search(text, { combineWith: 'OR' })
          .slice(0, FIRST)
          .map(({ id }) => id as number),
    },
    {
      name: 'fuse.js 7.5.0',
      perKind: FUSE_PER_KIND,
      search: async (text) => fuse.search(text, { limit: FIRST }).map(({ refIndex }) => refIndex),
    },
  ];
}
