import fc from 'fast-check';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Lang } from '../../src/kernel/texts.ts';
import { instant } from '../../src/kernel/time.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { FIELDS } from '../../src/reports/form/fields.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { PROBLEM_CODES } from '../../src/reports/form/schema.ts';
import { AccessibilityPage, CannotHidePage, PrivacyPage } from '../../src/reports/pages/public/about-pages.tsx';
import { FollowUpPage } from '../../src/reports/pages/public/follow-up-page.tsx';
import { HomePage } from '../../src/reports/pages/public/home-page.tsx';
import { MeldPage, UnknownOutcomePage } from '../../src/reports/pages/public/meld-page.tsx';
import { path, PUBLIC_PAGES } from '../../src/reports/pages/public/paths.ts';
import { BusyPage, ClosedFormPage, NotFoundPage } from '../../src/reports/pages/public/plain-pages.tsx';
import { ReceiptPage } from '../../src/reports/pages/public/receipt-page.tsx';
import { OTHER, SELF, SERVICE_WITH_BASIS, without } from './form-samples.ts';
import { SITE } from './site-sample.ts';

const NOW = instant('2026-11-20T22:40:00.000Z');
const HOST = 'melding.nordfjella.example';
const CODE = '7QK2M9XD04TBHVRN';
const base = (lang: Lang) => ({ lang, site: SITE, now: NOW, demo: true });

function everyPage(lang: Lang): Record<string, ReactElement> {
  const page = base(lang);
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
    followUp: <FollowUpPage {...page} status="read" />,
    privacy: <PrivacyPage {...page} />,
    accessibility: <AccessibilityPage {...page} />,
    cannotHide: <CannotHidePage {...page} host={HOST} />,
    notFound: <NotFoundPage {...page} />,
    closed: <ClosedFormPage {...page} />,
    busy: <BusyPage {...page} retry="/meld" />,
  };
}

const shown = (element: ReactElement) => renderDocument(element);
/** As React writes a text into HTML. */
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#x27;');
const count = (html: string, part: string) => html.split(part).length - 1;
const values = (html: string, attribute: string) => [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map((hit) => hit[1] ?? '');

describe.each(LANGUAGES)('the public pages in %s', (lang) => {
  const pages = Object.entries(everyPage(lang)).map(([name, element]) => [name, shown(element)] as const);

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

describe('the form', () => {
  const html = shown(<MeldPage {...base('nb')} token="tok" />);
  const form = html.slice(html.indexOf('id="skjemaet"'));

  it('asks exactly the fields of the table: one more would be dropped, one less never asked', () => {
    const names = new Set(values(form.slice(0, form.indexOf('</form>')), 'name'));
    expect([...names].toSorted()).toEqual([...FIELDS.map((f): string => f.name), 'skjema'].toSorted());
  });

  it('is one document with one way to send, and Enter in a line sends nothing', () => {
    expect(count(form, 'type="submit"')).toBe(2);
    expect(form.indexOf('disabled=""')).toBeGreaterThan(0);
    expect(form.indexOf('disabled=""')).toBeLessThan(form.indexOf('name="fare"'));
    expect(form.slice(0, form.indexOf('</form>'))).not.toMatch(/formaction|maxlength/i);
    expect(html).toMatch(/<form[^>]*noValidate[^>]*autoComplete="off"[^>]*>|<form[^>]*novalidate[^>]*autocomplete="off"[^>]*>/i);
  });

  it('shows again whatever was written, in every kind of box', () => {
    for (const sample of [OTHER, SELF, SERVICE_WITH_BASIS]) {
      const { written } = readForm(sample);
      const again = shown(<MeldPage {...base('nb')} token="tok" written={written} />);
      const back = readForm(posted(again));
      expect(back.written).toEqual(written);
    }
  });

  it('never loses or runs a text, whatever is in it', () => {
    const texts = fc.record({ sett: fc.string({ unit: 'binary' }), onske: fc.string({ unit: 'grapheme' }), navn: fc.string({ unit: 'binary' }), grunntekst: fc.string(), trygg: fc.string({ unit: 'binary' }) });
    fc.assert(fc.property(texts, (typed) => {
      const { written } = readForm(Object.entries(typed));
      const again = shown(<MeldPage {...base('nb')} token="tok" written={written} />);
      for (const kept of Object.values(written)) expect(again).toContain(escaped(kept[0] ?? ''));
    }), { numRuns: 20 });
  }, 30_000);

  it('names each fault in the summary and at its question, in words', () => {
    for (const lang of LANGUAGES) {
      const { written, problems } = readForm([['hvem', 'UTSATT_SELV'], ['telefon', '1'], ['sett', 'x'.repeat(10_001)]]);
      const page = shown(<MeldPage {...base(lang)} token="tok" written={written} problems={problems} />);
      const main = page.slice(page.indexOf('<main'));
      for (const name of Object.keys(problems)) expect(main, name).toContain(`href="#f-${name}"`);
      for (const address of values(main, 'href').filter((one) => one.startsWith('#'))) expect(page, address).toContain(`id="${address.slice(1)}"`);
      expect(PROBLEM_CODES.filter((code) => page.includes(`>${code}<`))).toEqual([]);
    }
  });

  it('shows the gate with three sentences and the number for a talk without names', () => {
    const { written, problems } = readForm(without(without(SERVICE_WITH_BASIS, 'grunn'), 'grunntekst'));
    const page = shown(<MeldPage {...base('nb')} token="tok" written={written} problems={problems} />);
    expect(problems).toEqual({ grunn: 'needsBasis' });
    expect(page).toContain(`tel:${SITE.talk.number.replaceAll(' ', '')}`);
    expect(page).toContain('value="Borghild Testesen"');
  });

  it('gives the draft to «Forlat siden», so that leaving spends it', () => {
    expect(html.slice(html.indexOf('id="forlat"'), html.indexOf('</form>'))).toContain('value="tok"');
  });
});

describe('the receipt', () => {
  const receipt = (extra: object) => shown(<ReceiptPage {...base('nb')} receivedAt={NOW} host={HOST} code={{ state: 'shown', code: CODE }} {...extra} />);

  it('says when it is read, and shows the code in four groups of four', () => {
    expect(receipt({})).toContain('Leses igjen mandag kl. 8.');
    for (const group of ['7QK2', 'M9XD', '04TB', 'HVRN']) expect(receipt({})).toContain(`>${group}<`);
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
  it('looks the same whatever the code was worth: a guess learns nothing from the shape of the page', () => {
    const shape = (status: 'received' | 'read' | 'closed' | 'none') => shown(<FollowUpPage {...base('nb')} status={status} />).replace(/>[^<]*</g, '><');
    for (const status of ['read', 'closed', 'none'] as const) expect(shape(status)).toBe(shape('received'));
  });
});

describe('the addresses', () => {
  it('are bokmål at the root and the same words under nn and en', () => {
    expect(path('nb', 'home')).toBe('/');
    expect(path('nn', 'home')).toBe('/nn');
    expect(path('en', 'form')).toBe('/en/meld');
    expect(new Set(Object.values(PUBLIC_PAGES)).size).toBe(Object.keys(PUBLIC_PAGES).length);
  });
});

/** What a browser would post from the form of a page: enough of HTML for our own markup. */
function posted(html: string): [string, string][] {
  const form = html.slice(html.indexOf('id="skjemaet"'));
  const body = form.slice(0, form.indexOf('</form>'));
  const read = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&amp;/g, '&');
  const of = (tag: string, name: string) => read(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const inputs = [...body.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
    .filter((tag) => !/type="(radio|checkbox)"/.test(tag) || / checked=/.test(tag)).map((tag): [string, string] => [of(tag, 'name'), of(tag, 'value')]);
  const areas = [...body.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g)].map((hit): [string, string] => [of(hit[1] ?? '', 'name'), read(hit[2] ?? '')]);
  const lists = [...body.matchAll(/<select([^>]*)>(.*?)<\/select>/g)].map((hit): [string, string] => [of(hit[1] ?? '', 'name'), of(/<option[^>]*selected=[^>]*>/.exec(hit[2] ?? '')?.[0] ?? '', 'value')]);
  return [...inputs, ...areas, ...lists];
}
