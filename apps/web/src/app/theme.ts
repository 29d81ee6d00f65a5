import type { ThemeConfig } from 'antd';

const sans =
  '"PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';

/** The palette of styles/base.css as Ant Design tokens: keep the two in step. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#24476b',
    colorInfo: '#24476b',
    colorLink: '#24476b',
    colorSuccess: '#2f6b59',
    colorWarning: '#a9792b',
    colorError: '#a93826',
    colorTextBase: '#1c2733',
    colorText: '#1c2733',
    colorTextSecondary: '#4f5b67',
    colorTextTertiary: '#66707b',
    colorTextPlaceholder: '#66707b',
    colorTextDescription: '#66707b',
    colorBgLayout: '#faf8f4',
    colorBorder: '#d5cebf',
    colorBorderSecondary: '#e6e1d8',
    colorSplit: '#e6e1d8',
    colorBgMask: 'rgba(28,39,51,0.38)',
    borderRadius: 6,
    borderRadiusLG: 8,
    fontFamily: sans,
    fontSize: 14,
    lineHeight: 1.6,
    boxShadowSecondary: '0 6px 24px rgba(28,39,51,0.12), 0 1px 4px rgba(28,39,51,0.08)',
    motionDurationMid: '0.15s',
    motionDurationSlow: '0.2s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Input: { activeShadow: '0 0 0 2px rgba(36,71,107,0.14)' },
    Pagination: { itemActiveBg: '#e8eef5' },
  },
};
