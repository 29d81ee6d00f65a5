import type { ModuleDefinition } from '../../platform/module.ts';
import {
  trademarkPortfolioActions,
  trademarkPortfolioErrors,
  trademarkPortfolioPermissions,
} from './trademark-portfolio.catalogue.ts';

/** Life of a mark: renewal, use, opposition, Madrid, brand pages, well-known marks. */
export const trademarkPortfolioModule: ModuleDefinition = {
  name: 'trademark-portfolio',
  permissions: trademarkPortfolioPermissions,
  errors: trademarkPortfolioErrors,
  actions: trademarkPortfolioActions,
  routes: [],
};
