import { parseCompanyName } from '@jince/matching';
import type { MarkIndex } from '@jince/trademark-similarity';
import { type IndexData, RegisterIndex, streamRows } from '../../../platform/register-index/index.ts';
import { buildIndex } from './build-index.ts';

/** An enterprise under its trade name (字号). */
export interface NamedParty {
  readonly id: string;
  readonly name: string;
  readonly establishedOn: string | null;
  readonly townCode: string | null;
}

export interface TradeNames extends IndexData {
  readonly index: MarkIndex;
  /** By place of the index: a trade name and who bears it. */
  readonly words: readonly string[];
  readonly bearers: readonly (readonly NamedParty[])[];
  /** Trade names that were taken out of names of enterprises. */
  readonly parties: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly established_on: string | null;
  readonly town_code: string | null;
}

/** Names of single persons in business are left out: they are persons' own. */
const PARTIES = `select id, name, established_on, town_code from parties.party
  where district = $1 and status = 'active' and kind in ('enterprise', 'co-operative', 'agency') order by established_on nulls last, id`;
const LEAST_SIGNS = 2;

/** Trade names of the district's living enterprises and co-operatives, taken out of their full names; each once. */
export const tradeNames = new RegisterIndex<TradeNames>({
  name: 'trade-names',
  dependsOn: ['parties'],
  build: async (ctx) => {
    const byWord = new Map<string, NamedParty[]>();
    let parties = 0;
    for await (const rows of streamRows<Row>(ctx.services.pool, PARTIES, [ctx.district]))
      for (const row of rows) {
        const word = parseCompanyName(row.name).brand;
        if (word.length < LEAST_SIGNS) continue;
        parties++;
        const bearer = { id: row.id, name: row.name, establishedOn: row.established_on, townCode: row.town_code };
        const bearers = byWord.get(word);
        if (bearers === undefined) byWord.set(word, [bearer]);
        else bearers.push(bearer);
      }
    const words = [...byWord.keys()];
    return { size: words.length, index: await buildIndex(words), words, bearers: [...byWord.values()], parties };
  },
});
