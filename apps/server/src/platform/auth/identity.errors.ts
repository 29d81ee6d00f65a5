import type { ErrorCatalogue } from '../errors/errors.ts';

export const identityErrors = {
  'identity.sign-in.refused': {
    status: 401,
    zh: '用户名、口令或动态码不正确。连续 {maxFailures} 次失败将锁定 {lockMinutes} 分钟。',
    en: 'User name, password or one-time code is wrong. After {maxFailures} failures in a row sign-in is locked for {lockMinutes} minutes.',
  },
  'identity.sign-in.locked': {
    status: 429,
    zh: '登录失败次数过多，已锁定，约 {minutes} 分钟后再试；急需使用请联系系统管理员重置口令。',
    en: 'Too many failed sign-ins: locked for about {minutes} more minutes. Ask the system administrator to reset the password if it is urgent.',
  },
  'identity.sign-in.disabled': {
    status: 403,
    zh: '账号已停用，请联系系统管理员。',
    en: 'This account is disabled; ask the system administrator.',
  },
  'identity.password.must-change': {
    status: 403,
    zh: '首次登录或口令已到期，请先修改口令。',
    en: 'The password is a first one or has expired; please change it first.',
  },
  'identity.password.wrong': { status: 422, zh: '当前口令不正确。', en: 'The current password is wrong.' },
  'identity.password.weak': {
    status: 422,
    zh: '新口令至少 {minLength} 个字符，并含大写字母、小写字母、数字、符号中的至少 {minClasses} 类。',
    en: 'The new password needs at least {minLength} characters and {minClasses} of: upper case, lower case, digits, symbols.',
  },
  'identity.password.guessable': {
    status: 422,
    zh: '新口令含用户名或过于常见，请换一个。',
    en: 'The new password contains the user name or is too common; please choose another.',
  },
  'identity.password.reused': {
    status: 422,
    zh: '新口令不能与当前及最近 {history} 次用过的口令相同。',
    en: 'The new password must differ from the current and the last {history} passwords.',
  },
  'identity.totp.on': {
    status: 409,
    zh: '动态码已启用；要更换请先停用。',
    en: 'One-time codes are already on; switch them off first.',
  },
  'identity.totp.not-begun': {
    status: 409,
    zh: '请先生成动态码密钥。',
    en: 'Please make a one-time-code secret first.',
  },
  'identity.totp.wrong': {
    status: 422,
    zh: '动态码不正确或已用过，请检查手机时间后输入新的一组。',
    en: 'The one-time code is wrong or was used; check the clock of your device and enter a new one.',
  },
  'identity.account.name-taken': {
    status: 409,
    zh: '用户名“{username}”已被使用。',
    en: 'The user name “{username}” is taken.',
  },
  'identity.account.organisation-unknown': {
    status: 422,
    zh: '没有代码为“{organisation}”的机构。',
    en: 'There is no body with the code “{organisation}”.',
  },
  'identity.account.own-status': {
    status: 409,
    zh: '不能停用自己的账号。',
    en: 'You cannot disable your own account.',
  },
  'identity.account.last-administrator': {
    status: 409,
    zh: '这是最后一个可用的{role}账号，不能停用或取消角色；请先设另一人。',
    en: 'This is the last usable {role} account; appoint another first.',
  },
  'identity.account.other-administrator': {
    status: 403,
    zh: '系统管理员不能重置安全管理员、审计管理员的口令；请在服务器上双人在场运行 jince user reset-password。',
    en: 'A system administrator cannot reset the password of a security or audit administrator; run jince user reset-password on the server, two persons present.',
  },
  'identity.roles.unknown': { status: 422, zh: '没有角色“{role}”。', en: 'There is no role “{role}”.' },
  'identity.roles.place-kind': {
    status: 422,
    zh: '角色“{role}”不能授予这类范围（{placeKind}）。',
    en: 'The role “{role}” cannot be granted for a place of this kind ({placeKind}).',
  },
  'identity.roles.place-unknown': {
    status: 422,
    zh: '没有代码为“{placeCode}”的范围。',
    en: 'There is no place with the code “{placeCode}”.',
  },
  'identity.roles.repeated': {
    status: 422,
    zh: '角色“{role}”在同一范围重复。',
    en: 'The role “{role}” is given twice for the same place.',
  },
  'identity.roles.families-mixed': {
    status: 422,
    zh: '三员分立：“{first}”与“{second}”不能由同一人担任。',
    en: 'Separation of duties: “{first}” and “{second}” cannot be held by one person.',
  },
  'identity.roles.own': { status: 403, zh: '不能给自己授权。', en: 'You cannot grant roles to yourself.' },
  'identity.roles.separate-hands': {
    status: 403,
    zh: '开户与授权由不同的人办理：请先开户，再由安全管理员授予角色。',
    en: 'Opening an account and granting roles are in different hands: open it first, then the security administrator grants roles.',
  },
} as const satisfies ErrorCatalogue;
