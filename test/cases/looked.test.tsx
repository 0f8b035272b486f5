import { describe, expect, test } from 'vitest';
import { mayFindForLog, mayReadLookers } from '../../src/cases/access.ts';
import { caseFacts } from '../../src/cases/access.ts';
import { lookedAt, once } from '../../src/cases/looked.ts';
import { CasePage } from '../../src/cases/pages/case-page.tsx';
import { LookedPage } from '../../src/cases/pages/looked-page.tsx';
import type { WhoLooked } from '../../src/cases/queries/models.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { classified, declare, grant } from './acts.ts';
import { FILE, hilde, kari, LIA, lise, MONDAY, omar, ombud, petter, type Journal } from './journal.ts';
import { contentFor, requestOf } from './pages-case.ts';

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const LOOKED: WhoLooked = {
  supervisions: [],
  fileId: FILE, reference: '2026-K7QF3M', names: { [omar.userId]: 'Omar Vik', [kari.userId]: 'Kari Nordmo' }, page: 1, pages: 3, now: addMs(MONDAY, 5 * HOUR),
  lines: [
    { who: omar.userId, day: osloDay(MONDAY), first: MONDAY, last: addMs(MONDAY, 2 * HOUR), did: [{ kind: 'opened', right: 'granted' }, { kind: 'worked', right: 'granted' }] },
    { who: hilde.userId, day: osloDay(MONDAY), first: MONDAY, last: MONDAY, did: [{ kind: 'tried', right: 'none' }] },
  ],
};

describe('what a row of the log means (pasientjournalforskriften § 14)', () => {
  test.each([
    ['cases.open', 'done:coordinator', 'opened', 'coordinator'], ['cases.write_note', 'done:case_lead', 'worked', 'case_lead'], ['cases.open_case', 'done:opener', 'worked', 'opener'],
    ['reports.open', 'done:reception', 'report', 'reception'], ['reports.raise_urgent', 'done:reserve', 'report', 'reserve'], ['statistics.internal', 'done:leader', 'figures', 'leader'],
    ['cases.who_looked', 'done:data_protection_officer', 'log', 'data_protection_officer'], ['cases.open', 'denied:excluded', 'tried', 'none'], ['cases.open', 'done:something_new', 'opened', 'other'],
    ['cases.whole_file', 'done:archive', 'taken_out', 'archive'], ['cases.whole_file', 'done:archive_hands_over', 'taken_out_reporter', 'archive'], ['cases.file_beside', 'done:archive_hands_over', 'taken_out', 'archive'], ['privacy.request', 'done:ARKIVAR', 'opened', 'archive'],
  ])('%s %s', (useCase, outcome, kind, right) => {
    expect(lookedAt(useCase, outcome)).toEqual({ kind, right });
  });

  test('ten times the same is one word, and the heaviest stands first', () => {
    expect(once([lookedAt('cases.write_note', 'done:granted'), lookedAt('cases.open', 'done:granted'), lookedAt('cases.open', 'done:granted'), lookedAt('cases.write_note', 'done:granted')]))
      .toEqual([{ kind: 'opened', right: 'granted' }, { kind: 'worked', right: 'granted' }]);
  });
});

describe('who is told who has looked', () => {
  const ask = (file: Journal, actor: typeof kari) => mayReadLookers({ ...actor, municipalities: [LIA] }, caseFacts(FILE, file.state(), actor.userId, file.now()), file.now());

  test('the coordinator and the case lead after the question, the data-protection officer without it, and nobody else', () => {
    const file = classified();
    file.by(kari, grant(omar));
    file.by(omar, declare());
    expect([kari, lise, omar, hilde, petter].map((actor) => ask(file, actor).because)).toEqual(['coordinator', 'case_lead', 'not_your_role', 'leader_of_municipality', 'impartiality_first']);
    expect(ask(file, ombud)).toEqual({ allow: true, because: 'data_protection_officer' });
  });

  test('nobody who is inhabil, be it the data-protection officer', () => {
    const file = classified();
    const facts = { ...caseFacts(FILE, file.state(), ombud.userId, file.now()), excluded: true };
    expect(mayReadLookers({ ...ombud, municipalities: [] }, facts, file.now())).toEqual({ allow: false, because: 'excluded' });
  });

  test('only some may look a case up by its reference', () => {
    const person = (roles: readonly string[]) => ({ kind: 'person', regionId: LIA as never, userId: kari.userId, roles, municipalityId: undefined, signedInAt: MONDAY }) as const; // the region is not looked at
    expect([['PERSONVERNOMBUD'], ['KOORDINATOR'], ['LEDER'], ['TEAMMEDLEM'], ['MOTTAK'], ['SYSTEMADMIN'], []].map((roles) => mayFindForLog(person(roles)).allow)).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('«Hvem har sett på saken?»', () => {
  test('stands under Tilgang with name, day, what and by which right, and the reason of an access beside it', () => {
    const file = classified();
    file.by(kari, grant(omar));
    const page = words(renderDocument(<CasePage model={contentFor(kari, file)} request={requestOf({ query: 'vis=tilgang' })} looked={LOOKED} />));
    for (const word of ['Hvem har sett på saken?', 'Omar Vik', 'i dag kl. 09.00–11.00', 'Åpnet saken', 'Arbeidet i saken', 'Har fått tilgang: er med og undersøker', 'Forsøkte, men slapp ikke til']) expect(page).toContain(word);
    expect(words(renderDocument(<CasePage model={contentFor(kari, file)} request={requestOf({ query: 'vis=tilgang' })} />))).not.toContain('Hvem har sett på saken?');
  });

  test('is paged within the part it stands in', () => {
    const html = renderDocument(<CasePage model={contentFor(kari, classified())} request={requestOf({ query: 'vis=tilgang' })} looked={LOOKED} />);
    expect(html).toContain(`/saker/${FILE}?vis=tilgang&amp;side=2#sett`);
  });

  test.each(LANGUAGES)('is asked for by reference on a page of its own, whole in %s, and says when there is nothing to show', (lang) => {
    const page = (looked: WhoLooked | undefined, reference = '2026-K7QF3M') => renderDocument(<LookedPage reference={reference} looked={looked} request={requestOf({ lang })} />);
    expect(page(LOOKED)).toContain('/innsyn?ref=2026-K7QF3M&amp;side=2');
    expect(words(page(LOOKED))).toContain('Omar Vik');
    expect(page(undefined)).not.toBe(page(undefined, ''));
    expect(page(undefined)).toContain(`<html lang="${lang}">`);
  });
});
