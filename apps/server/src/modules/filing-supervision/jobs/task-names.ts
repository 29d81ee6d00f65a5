export const SEARCH_TASK = 'filing-supervision.search-signals';
