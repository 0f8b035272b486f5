import type { ReactNode } from 'react';
import type { Lang } from '../../../kernel/texts.ts';
import { osloDay, type Instant } from '../../../kernel/time.ts';
import { hoursLines } from '../../../regions/texts/opening-hours.ts';
import type { OpeningHours } from '../../../regions/opening-hours.ts';
import type { PublishedSite } from '../../../regions/site.ts';
import { Prose } from '../../../web/ui/layout.tsx';
import { PublicShell } from '../../../web/ui/public-shell.tsx';
import { inEachLanguage, path, type PublicPageName } from './paths.ts';
import { expertTexts } from '../../expert/texts.ts';
import { shareTexts } from '../../share/texts.ts';
import { OFFERED_VARIETIES, wordsOf, type Voice } from './voice.ts';

/** What every public page is given. `now` decides which opening hours are shown. */
export type PublicPage = Voice & { readonly site: PublishedSite; readonly now: Instant; readonly demo?: boolean | undefined };

export type PageProps = PublicPage & {
  /** which page this is; «Siden finnes ikke» and the like are none of them and lead home in other languages */
  readonly name?: PublicPageName | undefined;
  readonly title?: string | undefined;
  readonly exitToken?: string | undefined;
  readonly faults?: number | undefined;
  /** leaves out the menu and the languages where a link would take somebody away from what they are writing, or from a code */
  readonly writing?: boolean | undefined;
  readonly children: ReactNode;
};

const MENU = ['home', 'form', 'followUp'] as const satisfies readonly PublicPageName[];
const FOOTER = ['cannotHide', 'privacy', 'accessibility'] as const satisfies readonly PublicPageName[];

/** A public page in its frame: «Forlat siden», what to do in danger, the content, and the few other pages. */
export function Page({ lang, variety, site, now, demo, name, title, exitToken, faults, writing, children }: PageProps) {
  const t = wordsOf({ lang, variety });
  const labels = { home: site.name, form: t.report, followUp: t.followUp, privacy: t.privacy, accessibility: t.accessibility, cannotHide: t.cannotHide, share: shareTexts[lang].heading, expert: expertTexts[lang].title, addFile: t.followUp };
  const link = (to: PublicPageName) => ({ label: labels[to], href: path(lang, to, variety), current: to === name });
  const otherWords = variety === 'easy' ? { label: t.everyday, href: path(lang, name ?? 'home') } : { label: t.easy, href: path(lang, name ?? 'home', 'easy') };
  const phones = [{ number: site.phone.number, name: site.phone.name[lang], hours: hoursWords(site.phone.hours, now, lang) }];
  return (
    <PublicShell lang={lang} region={{ name: site.name, home: path(lang, 'home', variety), phones }} title={title} spoken={variety === 'sami' ? 'se' : undefined}
      languages={writing === true ? [] : [...inEachLanguage(name ?? 'home', variety), ...(OFFERED_VARIETIES.includes('sami') ? [{ lang: 'se' as const, href: path('nb', name ?? 'home', 'sami') }] : [])]}
      pages={writing === true ? undefined : [...MENU.slice(1).map(link), otherWords]} footer={FOOTER.map(link)} exitToken={exitToken} faults={faults} demo={demo}>
      {children}
    </PublicShell>
  );
}

/** Opening hours in one line, e.g. «Mandag–fredag kl. 8–15.30. Lørdag–søndag stengt». */
function hoursWords(hours: OpeningHours, now: Instant, lang: Lang): string {
  return hoursLines(hours, osloDay(now), lang).map(lineWords).join('. ');
}

function lineWords(line: { days: string; times: string }): string {
  return `${line.days} ${line.times}`.trim();
}

/** Opening hours, a line for each group of like days. */
export function Hours({ hours, now, lang }: { hours: OpeningHours; now: Instant; lang: Lang }) {
  return <span className="vv-quiet">{hoursLines(hours, osloDay(now), lang).map((line) => <span className="vr-line" key={line.days}>{lineWords(line)}</span>)}</span>;
}

/** A text of several lines as paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return <Prose>{linesOf(text).map((line) => <p key={line}>{line}</p>)}</Prose>;
}

/** A text whose lines are steps, in order. */
export function Steps({ text }: { text: string }) {
  return <ol className="vr-steps">{linesOf(text).map((line) => <li key={line}>{line}</li>)}</ol>;
}

/** A text whose lines are points. */
export function Points({ text }: { text: string }) {
  return <Prose><ul>{linesOf(text).map((line) => <li key={line}>{line}</li>)}</ul></Prose>;
}

/** A number to call, dialled by a tap. */
export function PhoneLink({ number }: { number: string }) {
  return <a className="ds-link vr-phone" href={`tel:${number.replace(/[^0-9+]/g, '')}`}>{number}</a>;
}

/** A text with a number in its `{number}` place, or another one that is named, as a link. */
export function WithPhone({ text, number, place = 'number' }: { text: string; number: string; place?: string | undefined }) {
  const [before, after] = text.split(`{${place}}`);
  if (after === undefined) return text;
  return <>{before}<PhoneLink number={number} />{after}</>;
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
}
