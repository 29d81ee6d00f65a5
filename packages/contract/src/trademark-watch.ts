/** Protected marks and the watch over gazettes, company names and listings. */
export const trademarkWatchRoutes = {};
