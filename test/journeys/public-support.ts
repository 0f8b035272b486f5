import { expect, type Page } from '@playwright/test';
import { readFormToken } from '../../src/kernel/sealing/form-token.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { publicUrl } from './support.ts';

/** A code as it stands on the receipt. */
export const CODE = /\b(?:[0-9A-HJKMNP-TV-Z]{4}\s+){3}[0-9A-HJKMNP-TV-Z]{4}\b/;

/** The whole card is the target: the label lies over the box. */
export async function tick(page: Page, name: string, value: string): Promise<void> {
  const choice = page.locator(`input[name=${name}][value="${value}"]`);
  await page.locator('label', { has: choice }).click();
  await expect(choice).toBeChecked();
}

/** On to the next part, the way a finger does it. */
export async function next(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Neste|Next)$/ }).locator('visible=true').click();
}

export function sendButton(page: Page) {
  return page.getByRole('button', { name: /^Send/ }).locator('visible=true').first();
}

/** A question that this person is asked, and one that is not put to them. */
export async function asked(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await expect(page.locator(`[name=${name}]`).first(), name).toBeVisible();
}

export async function notAsked(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await expect(page.locator(`[name=${name}]`).first(), name).toBeHidden();
}

const TOKEN = /name="skjema" value="([^"]+)"/;

/** The token of a form or a receipt. */
export function tokenIn(html: string): string {
  return TOKEN.exec(html)?.[1] ?? '';
}

type Sent = { /** of what becomes of it; nobody outside is told */ readonly id: string; /** the page that came back */ readonly receipt: string };

/** The public form sent without drawing it; that has journeys of its own. What was sent is known by its own id, which is sealed in the form's token, and by nothing that another journey may have, too. */
export async function sendForm(page: Page, answers: Readonly<Record<string, string>>): Promise<Sent> {
  const token = tokenIn(await (await page.request.get(publicUrl('/meld'))).text());
  const sent = await page.request.post(publicUrl('/meld'), { form: { skjema: token, ...answers } });
  expect(sent.status()).toBe(200);
  return { id: idIn(token), receipt: await sent.text() };
}

/** The id that a form of this product gives to what is sent from it. */
export function idIn(token: string): string {
  const read = readFormToken(openPublicKeyDirectory(process.env['PUBLIC_KEYS'] ?? '').formToken, token, systemClock());
  if (read.state === 'forged') throw new Error('a token of our own does not open');
  return read.draftId;
}

/** The code that a receipt says. */
export function codeIn(html: string): string {
  return CODE.exec(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))?.[0] ?? '';
}
