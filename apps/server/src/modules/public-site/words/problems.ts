import { bilingual } from '../site/words.ts';

export const problemWords = bilingual({
  zh: {
    missing: '没有这一页',
    missingText: '地址可能写错了，或者内容已经撤下。可以从下面的入口重新找，也可以搜索。',
    tooMany: '访问过于频繁',
    tooManyText:
      '为保证所有人都能顺畅浏览，同一地址每分钟的访问次数有限。请稍候一分钟再刷新；需要大量数据时，请使用页面上的下载文件。',
    failed: '页面暂时打不开',
    failedText: '问题已记录，请稍后再试。',
    refused: '无法处理这次请求',
    code: '编号',
  },
  en: {
    missing: 'There is no such page',
    missingText: 'The address may be mistyped, or what stood here was withdrawn. Start again below, or search.',
    tooMany: 'Too many requests',
    tooManyText:
      'So that everyone can read, one address may open only so many pages a minute. Please wait a minute; for much data, take the files offered on the pages.',
    failed: 'The page cannot be shown now',
    failedText: 'It was recorded. Please try again later.',
    refused: 'The request could not be handled',
    code: 'Code',
  },
});
