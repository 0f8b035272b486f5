import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { addMs, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { asId } from '../../src/kernel/ids.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import type { ReportContent } from '../../src/reports/form/content.ts';
import { InboxPage } from '../../src/reports/pages/reception/inbox-page.tsx';
import { keptPage } from '../../src/reports/pages/reception/kept-page.tsx';
import { handOverPath, urgentPath } from '../../src/reports/pages/reception/paths.ts';
import { ReportPage } from '../../src/reports/pages/reception/report-page.tsx';
import { receptionRoutes } from '../../src/reports/pages/reception/routes.tsx';
import type { Inbox, OpenReport } from '../../src/reports/queries.ts';
import { decideDecided, decideHandOver, decideSeen } from '../../src/reports/report.ts';
import { decideUrgent } from '../../src/reports/urgent.ts';
import { receptionTexts } from '../../src/reports/texts/reception.ts';
import { asking, Journal, JORUNN, KARI, MONDAY, opened, REPORT, row, shown, told, toldBySelf, type Asking } from './reception-fixtures.tsx';

const id = (n: number) => asId<'file'>(`bbbbbbbb-0000-4000-8000-00000000000${n}`);
const EMPTY: Inbox = { waiting: [], crowded: { rows: [], count: 0 }, decided: [], unreadable: [], delayed: [], cut: false, unconfirmed: [], drafts: { mine: [], left: [] }, handed: [], enquiries: { unread: [], read: [] }, clocks: NO_CHANGES, now: MONDAY };
const inbox = (changes: Partial<Inbox>, ask: Asking = {}) => shown(<InboxPage inbox={{ ...EMPTY, ...changes }} request={asking(ask)} />);
const page = (model: OpenReport, ask: Asking = {}) => shown(<ReportPage model={model} request={asking(ask)} />);
const seen = (report: ReportContent) => {
  const journal = new Journal().arrives(report);
  return journal.does(JORUNN, MONDAY, decideSeen(journal.state, 'reception', MONDAY));
};

describe('the inbox', () => {
  const WAITING = [
    row({ file_id: id(1), reference: '2026-AAAAAA', urgent: true, unread_since: addMs(MONDAY, -3 * HOUR) }),
    row({ file_id: id(2), reference: '2026-BBBBBB', state: 'SEEN', seen_at: MONDAY, unread_since: null }),
    row({ file_id: id(3), reference: '2026-CCCCCC', state: 'HANDED_OVER', seen_at: MONDAY, unread_since: null }),
    row({ file_id: id(4), reference: '2026-DDDDDD', state: 'HANDED_OVER', unread_since: MONDAY }),
    row({ file_id: id(5), reference: '2026-EEEEEE', state: 'DECIDED', decided_at: MONDAY }),
  ];

  test('says that it is empty, and that this is fine', () => {
    expect(inbox({}).text).toContain('Ingenting venter Alle meldingene er tatt hånd om.');
  });
  test('never says that nothing waits while a report cannot be read, or is not opened yet', () => {
    const stuck = { envelope_id: 'cccccccc-0000-4000-8000-000000000001', report_id: REPORT, part: 0, received_at: MONDAY, failure_code: 'cannot_open' };
    expect(inbox({ unreadable: [stuck] }).text).toMatch(/Én melding kan ikke leses Ingenting er tapt.*Si fra nå til den som drifter systemet.*mandag 2\. mars 2026 kl\. 08\.00 cccccccc-0000/);
    expect(inbox({ unreadable: [stuck] }).text).not.toContain('Ingenting venter');
    expect(inbox({ delayed: [{ ...stuck, failure_code: null }] }).text).toContain('Én melding er kommet, men ikke åpnet ennå');
    expect(inbox({ delayed: [{ ...stuck, failure_code: null }] }).text).not.toContain('Ingenting venter');
  });
  test('says of each report its age, exact time, channel, state and our deadline', () => {
    const { text } = inbox({ waiting: WAITING });
    expect(text).toMatch(/2026-AAAAAA Akutt Ny 3 timer siden · Nettskjema Kom mandag 2\. mars 2026 kl\. 05\.00 Akutt · les den nå/);
    expect(text).toMatch(/2026-BBBBBB Lest .* Vår frist: vurderes senest mandag 9\. mars/);
    expect(text).toMatch(/2026-CCCCCC Overlevert/);
    expect(text).toMatch(/2026-DDDDDD Nytt tillegg .* Vår frist: leses senest i morgen/);
    expect(text).toMatch(/2026-EEEEEE Nytt tillegg .* Til en sak som allerede er opprettet/);
  });
  test('is walked with j and k and opened with Enter: every line is one item with one link', () => {
    const { html } = inbox({ waiting: WAITING });
    expect(html.match(/data-keys="item"/g)).toHaveLength(WAITING.length);
    for (const one of WAITING) expect(html).toContain(`href="/mottak/${one.file_id}"`);
  });
  test('keeps the filter in the address, and an unknown word there shows everything', () => {
    const references = (query: string) => inbox({ waiting: WAITING }, { query }).text.match(/2026-[A-F]{6}/g);
    expect(references('vis=nye')).toEqual(['2026-AAAAAA']);
    expect(references('vis=akutt')).toEqual(['2026-AAAAAA']);
    expect(references('vis=leste')).toEqual(['2026-BBBBBB']);
    expect(references('vis=overleverte')).toEqual(['2026-CCCCCC']);
    expect(references('vis=tillegg')).toEqual(['2026-DDDDDD', '2026-EEEEEE']);
    expect(references('vis=<script>')).toHaveLength(5);
    expect(inbox({ waiting: WAITING.slice(0, 1) }, { query: 'vis=leste' }).text).toContain('Ingen meldinger her nå Vis alle som venter');
  });
  test('says what was just done, and only what this page can have done', () => {
    expect(inbox({}, { query: 'gjort=overlevert' }).text).toContain('Overlevert til koordinator.');
    expect(inbox({}, { query: 'gjort=noe-annet' }).text).not.toContain('Overlevert');
  });
  test('says so when it does not show them all', () => {
    expect(inbox({ waiting: WAITING, cut: true }).text).toContain('Det er flere.');
  });
  test('shows what is done quietly below, and nothing where there is none', () => {
    const done = row({ file_id: id(6), reference: '2026-FFFFFF', state: 'DECIDED', seen_at: MONDAY, decided_at: MONDAY, unread_since: null });
    expect(inbox({ decided: [done] }).text).toMatch(/Ferdig den siste tiden .*2026-FFFFFF mandag 2\. mars 2026 Tatt inn i sak mandag 2\. mars 2026/);
    expect(inbox({}).text).not.toContain('Ferdig den siste tiden');
  });
});

describe('a report’s page', () => {
  test('begins with what the person wants, then how to be safe, then what happened', () => {
    const { text } = page(opened(seen(toldBySelf())));
    const places = ['2026-K7QF3M', 'Dette ønsker personen Jeg vil at det skal ta slutt.', 'Kontakt ingen på andre måter enn den som er oppgitt som trygg.', 'På dagsenteret tirsdager.', 'Broren min tar', 'Hvem som meldte'].map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
  test('calls a number safe only when the person wrote it', () => {
    const person = { municipality: '9901', protectedAddressHint: false, phone: '55 55 00 19', address: 'Lyngveien 4' };
    expect(page(opened(seen(toldBySelf({ person: { ...person, alias: 'Bjørk', address: undefined } })))).text).toContain('55 55 00 19 Personen sier at dere kan ringe dette nummeret.');
    const other = page(opened(seen(told({ person })))).text;
    expect(other).toContain('55 55 00 19 Ikke oppgitt som trygt. Ikke ring.');
    expect(other).toContain('Lyngveien 4 Ikke oppgitt som trygt. Ikke møt opp, og send ikke post.');
    expect(other).toContain('Ikke oppgitt. Ta ikke kontakt med personen, hjemmet eller pårørende');
  });
  test('never shows as safe a way that a later part took away, and still shows that it was there', () => {
    const journal = seen(toldBySelf({ person: { alias: 'Bjørk', municipality: '9901', protectedAddressHint: false, phone: '55 55 00 19' } }))
      .arrives(told({ reporter: { code: 'UTSATT_SELV', wantsFeedback: false } }), addMs(MONDAY, HOUR));
    const { text } = page(opened(journal));
    expect(text).toContain('Tatt bort i det siste tillegget. Regn det ikke som trygt lenger. Skrevet mandag 2. mars 2026 kl. 08.00: På dagsenteret tirsdager.');
    expect(text).toContain('55 55 00 19 Ikke oppgitt som trygt. Ikke ring.');
  });
  test('an address stands nowhere on the page once any part says that it is secret, not even in the part that wrote it', () => {
    const person = (address: string | undefined, hint: boolean) => ({ name: 'Borghild Kvamme', municipality: '9901', address, protectedAddressHint: hint });
    for (const [first, second] of [[person('Lyngveien 4', false), person(undefined, true)], [person(undefined, true), person('Lyngveien 4', false)]] as const) {
      const { html, text } = page(opened(seen(told({ person: first })).arrives(told({ person: second }), addMs(MONDAY, HOUR))));
      expect(html).not.toContain('Lyngveien');
      expect(text).toContain('Skal skjules. Skriv den ikke ned noe sted.');
    }
  });
  test('a number in an addition says whether it may be called, like everywhere else', () => {
    const person = { municipality: '9901', protectedAddressHint: false, phone: '55 55 00 19' };
    const { text } = page(opened(seen(told()).arrives(told({ person }), addMs(MONDAY, HOUR))));
    expect(text.match(/55 55 00 19 Ikke oppgitt som trygt\. Ikke ring\./g)).toHaveLength(3);
    expect(text.match(/55 55 00 19/g)).toHaveLength(3);
  });
  test('the most cautious of several answers counts', () => {
    const { text } = page(opened(seen(told({ livesTogether: 'ja', childrenInHome: 'ja' })).arrives(told({ livesTogether: 'nei' }), addMs(MONDAY, HOUR))));
    expect(text).toContain('Ja. Den antatte overgriperen kan se telefon og post.');
    expect(text).toContain('Har antatt barn i hjemmet');
    expect(page(opened(seen(told({ livesTogether: 'vet-ikke' })))).text).toContain('Regn med at de bor sammen.');
    expect(page(opened(seen(told({ livesTogether: 'nei' })))).text).toContain('Bor sammen med antatt overgriper Nei');
  });
  test('flags a hidden address and a person who may be a child', () => {
    const { text } = page(opened(seen(told({ adult: 'nei', person: { municipality: '9901', protectedAddressHint: true } }))));
    for (const words of ['Adresse skal skjules', 'Kan være under 18 år', 'Barnevernet har ansvaret.', 'Skal skjules. Skriv den ikke ned noe sted.']) expect(text).toContain(words);
    expect(page(opened(seen(told({ adult: 'usikker' })))).text).toContain('ikke sikkert at personen er 18 år');
  });
  test('shows what was written exactly, and none of it as HTML', () => {
    const evil = '<img src=x onerror=alert(1)> "& \' </textarea><script>alert(1)</script>\n\nNy linje';
    const line = '<b onmouseover=alert(1)>';
    const journal = seen(told({
      wish: evil, safeContact: evil, whatHappened: evil, suspectName: line, contactedWhen: line, reporter: { code: 'FAMILIE', name: line, service: line, phone: line, wantsFeedback: true },
      person: { name: line, address: line, phone: line, municipality: '9901', protectedAddressHint: false }, consent: { code: 'IKKE_SPURT', basisText: evil },
    }));
    journal.does(JORUNN, MONDAY, decideUrgent(journal.state, { danger: evil, called: '112', calledBy: line, calledWhen: line }, MONDAY));
    journal.does(JORUNN, MONDAY, decideHandOver(journal.state, evil, MONDAY)).arrives(told({ wish: line, whatHappened: evil + line }), addMs(MONDAY, HOUR));
    const { html, text } = page(opened(journal), { form: { danger: evil, note: evil, called: evil, calledBy: line }, refused: refuse('changed_meanwhile'), path: urgentPath(REPORT) });
    expect(html).not.toMatch(/<img|<b |<script>|<script src=x/);
    expect(html.match(/<script(?! src="\/[\w/.-]+")/g), 'no script but the product’s own files').toBeNull();
    expect(text).toContain('<img src=x onerror=alert(1)> "& \' </textarea><script>alert(1)</script> Ny linje');
  });
  test('has no style or script of its own, which the policy would stop', () => {
    expect(page(opened(seen(told()))).html).not.toMatch(/ style=| on[a-z]+=|<style/);
  });
  test('prints who printed it and leaves the forms off the paper', () => {
    expect(page(opened(seen(told()))).text).toContain('Skrevet ut av Jorunn Vatne mandag 2. mars 2026 kl. 08.00. Taushetsbelagt.');
  });
});

describe('Akutt on a report’s page', () => {
  test('from the form: says that nobody has called, and opens the box to write it', () => {
    const { html, text } = page(opened(seen(toldBySelf({ danger: 'ja' }))));
    expect(text).toContain('Den som meldte, svarte ja på at noen er i fare. Ingen har skrevet at politi eller ambulanse er ringt.');
    expect(html).toMatch(/<details[^>]* open=""><summary>Skriv mer om faren/);
  });
  test('says what the danger is, who called whom and when, on top and in the log by name', () => {
    const journal = seen(told());
    journal.does(JORUNN, MONDAY, decideUrgent(journal.state, { danger: 'Han står utenfor døra.', called: '112', calledBy: 'Ola på vakt', calledWhen: 'kl. 08.01' }, MONDAY));
    const { text } = page(opened(journal));
    expect(text).toContain('Akutt Han står utenfor døra. 112 er ringt av Ola på vakt, kl. 08.01');
    expect(text).toMatch(/Hevet til Akutt mandag 2\. mars 2026 kl\. 08\.00 · Jorunn Vatne Han står utenfor døra\. 112 er ringt/);
    expect(text).not.toContain('Ingen har skrevet');
  });
  test('a call that was told of stays told when more is written about the danger', () => {
    const journal = seen(told());
    journal.does(JORUNN, MONDAY, decideUrgent(journal.state, { danger: 'Først.', called: '113', calledBy: 'Ola', calledWhen: 'nå' }, MONDAY));
    journal.does(JORUNN, MONDAY, decideUrgent(journal.state, { danger: 'Så.', called: 'nei', calledBy: '', calledWhen: '' }, addMs(MONDAY, MINUTE)));
    expect(page(opened(journal)).text).toContain('Akutt Så. 113 er ringt av Ola, nå');
  });
});

describe('additions', () => {
  test('are dated parts, the unread ones marked, with a link from the top', () => {
    const { html, text } = page(opened(seen(told()).arrives(told({ whatHappened: 'Han tok bankkortet også.' }), addMs(MONDAY, HOUR))));
    expect(text).toMatch(/Det er kommet et nytt tillegg Les tillegg 1/);
    expect(html).toContain('href="#tillegg-1"');
    expect(html).toContain('id="tillegg-1"');
    expect(text).toMatch(/Tillegg 1 Ikke lest før mandag 2\. mars 2026 kl\. 09\.00 Bare det som er nytt eller endret, står her\. Med egne ord Han tok bankkortet også\./);
    expect(text).toContain('Broren min tar pensjonen hennes.');
  });
  test('that somebody has read are no longer marked', () => {
    const journal = seen(told()).arrives(told({ danger: 'ja' }), addMs(MONDAY, HOUR));
    journal.does(KARI, MONDAY, decideSeen(journal.state, 'coordinator', MONDAY));
    expect(page(opened(journal)).text).not.toMatch(/Ikke lest før|nytt tillegg/);
  });
});

describe('what one may do', () => {
  test('the coordinator opens a case with one press, the report’s id unseen in the form', () => {
    const { html, text } = page(opened(seen(told()), { mayOpenCase: true }), { roles: ['KOORDINATOR'] });
    expect(html).toMatch(new RegExp(`<form[^>]*action="/saker/ny"[^>]*method="post"[^>]*><input type="hidden"[^>]*name="report" value="${REPORT}"`));
    expect(text).toContain('Opprett sak');
  });
  test('reception hands over, and is told who opens the case', () => {
    const { html, text } = page(opened(seen(told())));
    expect(html).toContain(`action="${handOverPath(REPORT)}"`);
    expect(html).not.toContain('/saker/ny');
    expect(text).toContain('Koordinator oppretter sak.');
  });
  test('nothing is offered that the rules would refuse', () => {
    const journal = seen(told());
    journal.does(KARI, MONDAY, decideDecided(journal.state, 'coordinator', MONDAY));
    const { html, text } = page(opened(journal));
    expect(html).not.toContain(urgentPath(REPORT));
    expect(html).not.toContain(handOverPath(REPORT));
    expect(text).toContain('Meldingen er tatt inn i en sak');
  });
  test('an addition that no coordinator has read can still be raised to Akutt by the night shift', () => {
    const journal = seen(told());
    journal.does(KARI, MONDAY, decideDecided(journal.state, 'coordinator', MONDAY)).arrives(told({ danger: 'ja' }), addMs(MONDAY, HOUR));
    const { html, text } = page(opened(journal));
    expect(html).toContain(`action="${urgentPath(REPORT)}"`);
    expect(text).toContain('Tillegget er ikke lest av koordinator ennå.');
  });
  test('at most five boxes must be filled in', () => {
    expect(page(opened(seen(told()))).html.match(/\(må fylles ut\)/g)?.length).toBeLessThanOrEqual(5);
  });
});

describe('a refused form', () => {
  const typed = { danger: 'Han truer.', called: '113', calledBy: 'Per', calledWhen: '' };
  test('comes back with everything typed, each fault in words at its box and linked from the top', () => {
    const { html, text } = page(opened(seen(told())), { path: urgentPath(REPORT), form: typed, refused: refuse('bad_input', { danger: 'danger_missing', calledWhen: 'when_called' }) });
    expect(text).toContain('2 ting må rettes');
    expect(html).toContain('<a class="ds-link" href="#danger">Skriv kort hva faren er.</a>');
    expect(html).toContain('<a class="ds-link" href="#calledWhen">Skriv omtrent når det var.</a>');
    expect(html).toMatch(/<textarea id="danger"[^>]*>Han truer\.<\/textarea>/);
    expect(html).toMatch(/id="calledBy"[^>]*value="Per"|value="Per"[^>]*id="calledBy"/);
    expect(html).toMatch(/<input[^>]*checked=""[^>]*value="113"|<input[^>]*value="113"[^>]*checked=""/);
    expect(html).toMatch(/<details[^>]* open=""><summary>Hev til Akutt/);
  });
  test('whose step closed meanwhile still shows what was typed', () => {
    const journal = seen(told());
    journal.does(KARI, MONDAY, decideHandOver(journal.state, '', MONDAY));
    const { text } = page(opened(journal), { path: handOverPath(REPORT), form: { note: 'Ring fastlegen.' }, refused: refuse('already_handed_over') });
    expect(text).toContain('En kollega har allerede overlevert meldingen.');
    expect(text).toContain('Dette skrev du. Det er ikke lagret. Ring fastlegen.');
  });
  test('has words for every code, and for one it has never heard of', () => {
    for (const code of ['already_decided', 'already_handed_over', 'changed_meanwhile', 'something_new']) {
      expect(page(opened(seen(told())), { path: handOverPath(REPORT), refused: refuse(code) }).text).not.toContain(code);
    }
    const { text } = page(opened(seen(told())), { path: handOverPath(REPORT), refused: refuse('bad_input', { note: 'too_long', called: 'something_new' }) });
    expect(text).toContain('Her er det plass til 2 000 tegn.');
    expect(text).not.toContain('something_new');
  });
  test('of a report that went away gives the words back and tells nothing of the report', () => {
    const kept = shown(keptPage(asking({ form: { danger: 'Han truer.', called: 'nei' } }), 'gone') ?? expect.fail('nothing is kept'));
    expect(kept.text).toContain('Dette ble ikke lagret');
    expect(kept.text).toContain('Hva er faren? Han truer. Er politi eller ambulanse ringt? Nei, ikke ringt');
    expect(kept.html).not.toContain(REPORT);
  });
});

test('every page is whole in bokmål, nynorsk and English, with its language said', () => {
  const journal = seen(toldBySelf({ danger: 'ja', livesTogether: 'ja' })).arrives(toldBySelf({ danger: 'ja' }), addMs(MONDAY, HOUR));
  for (const lang of LANGUAGES) {
    const pages = [inbox({ waiting: [row()] }, { lang }), inbox({}, { lang }), page(opened(journal), { lang })];
    for (const { html, text } of pages) {
      expect(html).toContain(`<html lang="${lang}">`);
      expect(text).not.toMatch(/undefined|\[object|=>/);
    }
    expect(pages[2]?.text).toContain(receptionTexts[lang].silence);
  }
  expect(Object.entries(receptionTexts.nb).filter(([key, word]) => typeof word === 'string' && word.length > 20 && word === receptionTexts.en[key as keyof typeof receptionTexts.en])).toEqual([]); // keys of the same catalogue
});

test('the routes of reception are these, each judged by a rule', () => {
  expect(receptionRoutes(async () => null, async () => null).map((route) => `${route.method} ${route.path} ${route.access}`)).toEqual([
    'GET /mottak reports.inbox', 'GET /mottak/vakt reports.watch', 'GET /mottak/:id reports.open', 'POST /mottak/:id/akutt reports.raise_urgent', 'POST /mottak/:id/overlever reports.hand_over',
    'POST /mottak/:id/flytt reports.move_out', 'POST /mottak/:id/tilknytning reports.declare_impartiality', 'POST /mottak/:id/sporsmal reports.ask_reporter', 'POST /mottak/:id/lukk-vindu reports.close_window',
    'GET /mottak/:id/vedlegg/:no reports.attachment', 'POST /mottak/:id/fortell-videre reports.pass_on', 'POST /mottak/:id/bekreftet reports.confirm_sending',
    'GET /mottak/:id/del reports.split_form', 'POST /mottak/:id/del reports.split', 'GET /mottak/:id/send reports.send_form', 'POST /mottak/:id/send reports.send_on', 'GET /mottak/:id/tilbake reports.back_form', 'POST /mottak/:id/tilbake reports.send_back',
  ]);
});
