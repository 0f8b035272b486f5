import { expect, type Page } from '@playwright/test';

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
