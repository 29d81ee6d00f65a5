/** Life of a mark: renewal, use, opposition, Madrid, brand pages, well-known marks. */
export const trademarkPortfolioRoutes = {};
