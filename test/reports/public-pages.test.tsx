import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Lang } from '../../src/kernel/texts.ts';
import { instant } from '../../src/kernel/time.ts';
import type { Variety } from '../../src/reports/form/content.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { AccessibilityPage, CannotHidePage, PrivacyPage } from '../../src/reports/pages/public/about-pages.tsx';
import { FilePage } from '../../src/reports/pages/public/file-page.tsx';
import { FollowUpPage } from '../../src/reports/pages/public/follow-up-page.tsx';
import { HomePage } from '../../src/reports/pages/public/home-page.tsx';
import { WindowPage, type ShownWindow, type WindowPageProps } from '../../src/reports/pages/public/window-page.tsx';
import { MeldPage, UnknownOutcomePage } from '../../src/reports/pages/public/meld-page.tsx';
import { path, PUBLIC_PAGES } from '../../src/reports/pages/public/paths.ts';
import { BusyPage, ClosedFormPage, NotFoundPage } from '../../src/reports/pages/public/plain-pages.tsx';
import { ReceiptPage } from '../../src/reports/pages/public/receipt-page.tsx';
import { OTHER } from './form-samples.ts';
import { count, shown, values } from './html.ts';
import { SharePage } from '../../src/reports/pages/public/share-page.tsx';
import { ShareResult } from '../../src/reports/pages/public/share-result.tsx';
import { climb } from '../../src/reports/share/decide.ts';
import type { ShareAnswers } from '../../src/reports/share/questions.ts';
import { SITE } from './site-sample.ts';

const NOW = instant('2026-11-20T22:40:00.000Z');
const HOST = 'melding.nordfjella.example';
const CODE = '7QK2M9XD04TBHVRN';
const WINDOW: ShownWindow = {
  status: 'question', advice: false, files: 2, sentAt: NOW,
  ours: [{ id: 'a', asks: true, text: 'Bor noen sammen med henne?', at: NOW, answeredAt: NOW }, { id: 'b', asks: true, text: 'Er hun trygg nå?', at: NOW, answeredAt: undefined }],
};
const base = (lang: Lang, variety: Variety = 'plain') => ({ lang, variety, site: SITE, now: NOW, demo: true });

function advised(answers: ShareAnswers) {
  const ladder = climb(answers);
  return ladder.state === 'advised' ? { advice: ladder.advice, asked: ladder.asked } : expect.fail(`${ladder.next} is not answered`);
}

function everyPage(lang: Lang, variety: Variety): Record<string, ReactElement> {
  const page = base(lang, variety);
  const refused = readForm([['hvem', 'ansatt'], ['spurt', 'IKKE_SPURT']]);
  const receipt = { ...page, receivedAt: NOW, host: HOST };
  return {
    home: <HomePage {...page} />,
    form: <MeldPage {...page} token="tok" />,
    refused: <MeldPage {...page} token="tok" written={refused.written} problems={refused.problems} />,
    unknown: <UnknownOutcomePage {...page} token="tok" written={readForm(OTHER).written} />,
    receipt: <ReceiptPage {...receipt} code={{ state: 'shown', code: CODE }} danger child />,
    late: <ReceiptPage {...receipt} code={{ state: 'late' }} />,
    declined: <ReceiptPage {...receipt} code={{ state: 'declined' }} self />,
    followUp: <FollowUpPage {...page} token="tok" missing />,
    unsent: <FollowUpPage {...page} token="tok" notice="stale" unsent="Dette må med." />,
    window: <WindowPage {...page} token="tok" window={WINDOW} />,
    windowFaults: <WindowPage {...page} token="tok" window={WINDOW} problem="empty" file="large" />,
    windowClosed: <WindowPage {...page} token="tok" window={{ ...WINDOW, status: 'closed' }} notice="closed" typed="Jeg skrev dette." />,
    windowWorse: <WindowPage {...page} token="tok" window={WINDOW} notice="worse" />,
    windowAdvice: <WindowPage {...page} token="tok" window={{ ...WINDOW, advice: true }} typed="Ring Kari på 55 55 01 33." problem="telling" telling={{ stops: ['55 55 01 33'], marks: ['Kari'] }} />,
    windowUnknown: <WindowPage {...page} token="tok" window={undefined} notice="unknown" typed="Kom det fram?" />,
    file: <FilePage {...page} token="tok" outcome="added" code={CODE} />,
    fileRefused: <FilePage {...page} token="tok" outcome="type" />,
    share: <SharePage {...page} />,
    shareMissing: <SharePage {...page} answers={{ hvor: 'hjemme' }} missing="fare" />,
    shareAnswer: <ShareResult {...page} {...advised({ hvor: 'senter', fare: 'nei', barn: 'ja', alvor: 'annet', spurt: 'ikke-trygt', kan: 'tvil' })} />,
    privacy: <PrivacyPage {...page} />,
    accessibility: <AccessibilityPage {...page} />,
    cannotHide: <CannotHidePage {...page} host={HOST} />,
    notFound: <NotFoundPage {...page} />,
    closed: <ClosedFormPage {...page} />,
    busy: <BusyPage {...page} retry="/meld" />,
  };
}

const VOICES = LANGUAGES.flatMap((lang) => [[lang, 'plain'], [lang, 'easy']] as const);

describe.each(VOICES)('the public pages in %s, %s words', (lang, variety) => {
  const pages = Object.entries(everyPage(lang, variety)).map(([name, element]) => [name, shown(element)] as const);

  it('tell nobody what they are about in a title, an address, an id or a field name: a history is read by others too', () => {
    for (const [name, html] of pages) {
      const seen = [/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '', ...['href', 'id', 'name', 'action', 'src'].flatMap((attribute) => values(html, attribute))];
      expect(seen.filter((text) => /vold|vald|violence|krise|overgrep|abuse|utsatt|tryggest|bekymring|concern/i.test(text)), name).toEqual([]);
    }
  });

  it('load nothing from elsewhere and carry no style or script of their own, which the policy would stop', () => {
    for (const [name, html] of pages) {
      expect(html, name).not.toMatch(/ style=| on[a-z]+=|<style|<script(?![^>]* src="\/assets\/)/);
      expect(values(html, 'src').concat(values(html, 'href')).filter((address) => /^(https?:)?\/\//.test(address)), name).toEqual([]);
    }
  });

  it('say what to do in danger before anything else, and have one first heading', () => {
    for (const [name, html] of pages) {
      expect(html.indexOf('tel:112'), name).toBeLessThan(html.indexOf('<main'));
      expect(count(html, '<h1'), name).toBe(1);
      expect(html, name).toContain(`<html lang="${lang}"`);
    }
  });

  it('leave no place in a text unfilled', () => {
    for (const [name, html] of pages) expect(html, name).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  it('have no two things with the same id, or a label would lead to the wrong one', () => {
    for (const [name, html] of pages) expect(new Set(values(html, 'id')).size, name).toBe(values(html, 'id').length);
  });
});

describe('the receipt (ny forvaltningslov § 10, already now)', () => {
  const receipt = (extra: object) => shown(<ReceiptPage {...base('nb')} receivedAt={NOW} host={HOST} code={{ state: 'shown', code: CODE }} {...extra} />);

  it('says when it is read, and shows the code in four groups of four', () => {
    expect(receipt({})).toContain('Leses igjen mandag kl. 8.');
    for (const group of ['7QK2', 'M9XD', '04TB', 'HVRN']) expect(receipt({})).toContain(`>${group}<`);
  });

  it('of a consultation says that nobody was named, and of somebody outside what to do', () => {
    expect(receipt({ anon: true })).toContain('Takk. Spørsmålet er mottatt');
    expect(receipt({ anon: true })).toContain('anonym drøfting');
    expect(receipt({ outside: true })).toContain('Kommunen er ikke med i samarbeidet vårt');
    expect(receipt({})).not.toMatch(/drøfting|samarbeidet vårt/);
  });

  it('never shows the words somebody chose', () => {
    expect(receipt({ code: { state: 'words' } })).toContain('Husk ordene dine');
    expect(receipt({ code: { state: 'words' } })).not.toContain('vv-code');
  });

  it('has no code for whoever declined it, and none after ten minutes', () => {
    expect(receipt({ code: { state: 'declined' } })).not.toContain('vv-code');
    expect(receipt({ code: { state: 'late' } })).not.toContain('vv-code');
  });

  it('says nothing of danger or children where the report did not', () => {
    expect(receipt({})).not.toContain('data-color="life"');
    expect(receipt({ danger: true })).toContain('data-color="life"');
    expect(receipt({ child: true })).toContain('116 111');
  });
});

describe('the follow-up window', () => {
  const window = (extra: Partial<WindowPageProps> = {}) => shown(<WindowPage {...base('nb')} token="tok" window={WINDOW} {...extra} />);

  it('shows one of four states, what was asked, and that an answer is sent, and no word of the answer', () => {
    expect(window()).toContain('Vi har et spørsmål');
    expect(window()).toContain('Bor noen sammen med henne?');
    expect(window().split('Svaret ditt er sendt')).toHaveLength(2);
    for (const [status, words] of [['received', 'Mottatt'], ['read', 'Lest'], ['closed', 'Vinduet er lukket']] as const) expect(window({ window: { ...WINDOW, status } })).toContain(`>${words}<`);
  });

  it('says to call before anything else where it has got worse', () => {
    expect(window({ notice: 'worse' })).toContain('data-color="life"');
    expect(window({ notice: 'worse' })).toContain('ring 112');
    expect(window({ notice: 'safe' })).not.toContain('data-color="life"');
  });

  it('that is closed takes nothing, says whom to call, and throws nothing away', () => {
    const closed = window({ window: { ...WINDOW, status: 'closed' }, notice: 'closed', typed: 'Jeg skrev dette.' });
    expect(closed).not.toContain('<textarea');
    expect(closed).not.toContain('type="file"');
    expect(closed).toContain('Jeg skrev dette.');
    expect(closed).toContain(SITE.phone.number);
  });

  it('has no way for Enter to press «Det er blitt verre» by chance', () => {
    const form = window().slice(window().indexOf('action="/kvittering"'));
    expect(form.indexOf('disabled=""')).toBeLessThan(form.indexOf('<textarea'));
    expect(form.slice(form.indexOf('disabled'), form.indexOf('<textarea'))).not.toContain('tilstand');
  });

  it('says kindly what is wrong with a file or an answer, and where', () => {
    const faulty = window({ problem: 'tooLong', typed: 'a'.repeat(10_001), file: 'large' });
    expect(faulty).toContain('href="#svar"');
    expect(faulty).toContain('href="#fil"');
    expect(faulty).toContain('10\u00a0001 tegn');
    expect(window({ file: 'many', window: { ...WINDOW, files: 10 } })).not.toContain('type="file"');
  });

  it('asks for the code without telling right from wrong by more than words', () => {
    const shape = (extra: object) => shown(<FollowUpPage {...base('nb')} token="tok" {...extra} />).replace(/>[^<]*</g, '><');
    expect(shape({ missing: true })).toBe(shape({ notice: 'stale' }));
  });
});

describe('the addresses', () => {
  it('keep easy words easy from page to page, also where the form is sent', () => {
    const page = shown(<MeldPage {...base('nn', 'easy')} token="tok" />);
    expect(page).toContain('action="/nn/lett/meld"');
    expect(shown(<HomePage {...base('nb', 'easy')} />)).toContain('href="/lett/meld"');
    expect([path('nb', 'home', 'easy'), path('en', 'form', 'easy'), path('nb', 'form', 'sami')]).toEqual(['/lett', '/en/lett/meld', '/se/meld']);
  });

  it('are bokmål at the root and the same words under nn and en', () => {
    expect(path('nb', 'home')).toBe('/');
    expect(path('nn', 'home')).toBe('/nn');
    expect(path('en', 'form')).toBe('/en/meld');
    expect(new Set(Object.values(PUBLIC_PAGES)).size).toBe(Object.keys(PUBLIC_PAGES).length);
  });
});
