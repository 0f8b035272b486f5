import { openMailer } from '../kernel/outward/mail.ts';
import { mailServer } from '../kernel/outward/mail-settings.ts';
import { openSmsGateway } from '../kernel/outward/sms.ts';
import { SYSTEM_NAME } from '../notices/codes.ts';
import type { WaysOut } from '../notices/public.ts';

/** Mail and text messages as the environment has them; what is not set up is off. */
export function waysOut(env: Readonly<Record<string, string | undefined>>, house: string): WaysOut {
  const { SMTP_URL: mailUrl, SMTP_FROM: from, SMS_URL: smsUrl, SMS_TOKEN: token } = env;
  const server = mailUrl === undefined ? undefined : mailServer(mailUrl);
  return {
    house, mailer: server === undefined || from === undefined ? undefined : openMailer(server, { from, name: SYSTEM_NAME }),
    gateway: smsUrl === undefined ? undefined : openSmsGateway(smsUrl, token),
  };
}
