import { bilingual } from '../site/words.ts';

export const aboutWords = bilingual({
  zh: {
    accessibility: '无障碍声明',
    accessibilityIntro: '我们希望每个人都能读懂、用好本站。',
    aim: '达到的标准',
    aimText:
      '本站按《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）和 WCAG 2.1 AA 级要求制作，每次发布前对所有公开页面做自动检查。',
    how: '怎样更方便地使用',
    howKeyboard: '全部功能可以只用键盘完成：Tab 键移动，Enter 键打开；第一个 Tab 键可以跳到正文。',
    howLarge: '页面右上角可以切换大字版，全站生效，下次打开仍然有效。',
    howZoom: '浏览器放大到 400% 或在手机上阅读，内容不会被截断；宽表格可以左右滑动。',
    howReader: '标题、列表、表格、表单都有规范的标记，读屏软件可以逐项朗读；颜色之外总有文字说明。',
    howScript: '本站不使用脚本，旧设备和低速网络也能阅读；页面可以直接打印。',
    limits: '已知的不足',
    limitsText:
      '名单的 PDF 文件按公文格式排版，读屏软件的支持不如网页；同样的内容在网页和 CSV 文件里都有。英文页面中，政策条文、名单和指标口径保留中文原文。',
    contact: '意见和求助',
    contactText: (office: string, phone: string) =>
      `遇到打不开、读不了的内容，请联系${office}（电话 ${phone}），我们提供其他形式的内容。`,
    sitemap: '网站地图',
    sitemapIntro: '本站的全部栏目。',
    search: '站内搜索',
    searchIntro: '在政策、公示名单、服务机构和规划指标里查找。',
    results: (q: string, n: number) => `“${q}”找到 ${n} 条`,
    noResults: (q: string) => `没有找到“${q}”。可以换个说法，或者从栏目里找。`,
    foundPolicies: '政策条款',
    foundLists: '公示名单',
    foundAgencies: '服务机构',
    foundIndicators: '规划指标',
    moreAgencies: (n: number) => `在名录中查看全部 ${n} 家`,
  },
  en: {
    accessibility: 'Accessibility',
    accessibilityIntro: 'We want everyone to be able to read and use this site.',
    aim: 'What it meets',
    aimText:
      'The site is made to GB/T 37668-2019 and WCAG 2.1 level AA; every public page is checked automatically before each release.',
    how: 'How to use it with ease',
    howKeyboard:
      'Everything works with the keyboard alone: Tab moves, Enter opens; the first Tab jumps to the content.',
    howLarge: 'Large type is at the top right of every page, for the whole site, and is remembered.',
    howZoom: 'At 400 % or on a phone nothing is cut off; wide tables scroll sideways.',
    howReader: 'Headings, lists, tables and forms are marked as such for screen readers; colour never stands alone.',
    howScript:
      'The site uses no scripts and reads well on old devices and slow networks; pages can be printed as they are.',
    limits: 'What falls short',
    limitsText:
      'PDF files of lists follow the layout of official papers and suit screen readers less than the pages; the same is on the page and in the CSV file. On English pages the texts of policies, lists and definitions stay in Chinese.',
    contact: 'Comments and help',
    contactText: (office: string, phone: string) =>
      `Where something cannot be read, ask ${office} (telephone ${phone}) for it in another form.`,
    sitemap: 'Site map',
    sitemapIntro: 'Everything on this site.',
    search: 'Search',
    searchIntro: 'Looks through policies, public lists, agencies and figures of the plan.',
    results: (q: string, n: number) => `${n} found for “${q}”`,
    noResults: (q: string) => `Nothing found for “${q}”. Try other words, or go through the sections.`,
    foundPolicies: 'Items of policies',
    foundLists: 'Public lists',
    foundAgencies: 'Agencies',
    foundIndicators: 'Figures of the plan',
    moreAgencies: (n: number) => `All ${n} in the directory`,
  },
});
