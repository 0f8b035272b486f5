import type { ReactElement } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { LinkButton } from '../../../web/ui/buttons.tsx';
import { Stack } from '../../../web/ui/layout.tsx';
import { Heading } from '../../../web/ui/surfaces.tsx';
import { SIGN_IN_PATH, signedOutWord } from '../addresses.ts';
import { refusalWords, signInTexts } from '../texts.ts';

/** A page for the shell to frame. Its title is neutral: it stands in the browser's history. */
export type SignInPage = { readonly lang: Lang; readonly title: string; readonly content: ReactElement };

/** After these the issuer still knows the person: only a fresh sign-in lets them be somebody else, or sign in in another way. */
const NEEDS_FRESH = new Set(['signin.not-invited', 'signin.disabled', 'signin.level', 'signin.not-fresh', 'session.disabled']);
const AS_OTHER = new Set(['signin.not-invited', 'signin.disabled', 'session.disabled']);

/** Where signing in starts. `returnTo` is checked when it is used. `because`: the refusal with which a session ended; the page says it first. */
export function signInLink(ask: { returnTo?: string | undefined; issuerName?: string | undefined; fresh?: boolean; because?: string; turn?: string } = {}): string {
  const query = new URLSearchParams();
  const ended = ask.because === undefined ? undefined : signedOutWord(ask.because);
  if (ended !== undefined) query.set('ut', ended);
  if (ask.issuerName !== undefined) query.set('hos', ask.issuerName);
  if (ask.fresh === true) query.set('ny', '1');
  if (ask.returnTo !== undefined) query.set('til', ask.returnTo);
  if (ask.turn !== undefined) query.set('tur', ask.turn);
  return query.size === 0 ? SIGN_IN_PATH : `${SIGN_IN_PATH}?${query}`;
}

/** What happened and what to do now, for a refusal of sign-in or of a session. */
export function refusedPage(code: string, lang: Lang, returnTo?: string): SignInPage {
  const t = signInTexts[lang];
  const { heading, text } = refusalWords(code, lang);
  const again = code.startsWith('session.') || code === 'signin.cancelled' ? t.signIn : t.tryAgain;
  const word = AS_OTHER.has(code) ? t.signInAsOther : again;
  return page(lang, heading, text, <LinkButton href={signInLink({ returnTo, fresh: NEEDS_FRESH.has(code) })} variant="primary">{word}</LinkButton>);
}

export function chooseIssuerPage(lang: Lang, issuers: readonly { name: string; label: string }[], returnTo: string | undefined): SignInPage {
  const t = signInTexts[lang];
  const links = issuers.map(({ name, label }) => <LinkButton key={name} href={signInLink({ issuerName: name, returnTo })}>{label}</LinkButton>);
  return page(lang, t.signIn, t.chooseIssuer, <Stack gap="s">{links}</Stack>);
}

/** Too many come from the same address just now: a few seconds, and then it goes on by itself. @param on where, with the turn */
export function waitPage(lang: Lang, on: string): SignInPage {
  const t = signInTexts[lang];
  return page(lang, t.wait, t.waitText, <LinkButton href={on} variant="primary">{t.waited}</LinkButton>);
}

/** The answer to «Logg ut»: leads on to the issuer by itself; the link is for browsers that do not. */
export function signingOutPage(lang: Lang, leadsTo: string | undefined): SignInPage {
  const t = signInTexts[lang];
  return leadsTo === undefined
    ? page(lang, t.signedOut, t.signedOutHereOnly, <LinkButton href={SIGN_IN_PATH}>{t.signInAgain}</LinkButton>)
    : page(lang, t.signedOut, t.signedOutHere, <LinkButton href={leadsTo} variant="primary">{t.carryOn}</LinkButton>);
}

/** Where the issuer sends people back to when they are signed out at both ends. */
export function signedOutPage(lang: Lang): SignInPage {
  const t = signInTexts[lang];
  return page(lang, t.signedOut, t.signedOutBoth, <LinkButton href={SIGN_IN_PATH}>{t.signInAgain}</LinkButton>);
}

function page(lang: Lang, heading: string, text: string, action: ReactElement): SignInPage {
  const content = (
    <Stack gap="m">
      <Heading level={1}>{heading}</Heading>
      <p>{text}</p>
      <div>{action}</div>
    </Stack>
  );
  return { lang, title: heading, content };
}
