import type { Page } from '@playwright/test';

/** The journey can be made again on a server where it was made before. */
export const MARK = Date.now().toString(36);
export const TITLE = `盛泽镇注册商标奖励办法（试点${MARK}）`;
export const FUND = `盛泽品牌建设资金（试点${MARK}）`;
export const ITEM = '新注册商标奖励';

/** What one part of the journey made and the next goes on from. */
export const made = { policy: '', claim: '', number: '', list: '', party: { id: '', name: '' }, mark: '' };

export const dialog = (page: Page) => page.getByRole('dialog');
