import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Jince', label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_SECONDS });
}

/** What an authenticator app reads from a QR code. */
export function totpUrl(secret: string, username: string): string {
  return totp(secret, username).toString();
}

/**
 * The time step a code belongs to, one step of clock difference allowed; undefined for a wrong code and for a step that
 * is not later than the last accepted one: a code works once (RFC 6238 §5.2).
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totp(secret, '').validate({ token, timestamp: now.getTime(), window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? undefined : step;
}
