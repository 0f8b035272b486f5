import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIdentifying } from '../../src/kernel/identifying/identifying.ts';

const stops = (text: string) => findIdentifying(text).stops.map(({ kind, at, length }) => [kind, text.slice(at, at + length)]);
const marked = (text: string) => findIdentifying(text).marks.map(({ word }) => word);

/** What people in services write about their day, without anybody's name. */
const ORDINARY = [
  'Hun vil bo hjemme og klare seg selv.', 'Dag etter dag er kjøleskapet tomt. Han tar kortet.', 'Bo hos datteren vil hun ikke.', 'Liv og helse kan stå på spill, sier legen.', 'Det er snakk om hele hennes liv.',
  'Per dag får hun besøk fire ganger av hjemmetjenesten.', 'Finn ut om NAV har vært inne, og om DPS-en kjenner henne.', 'Even om natten er hun våken.', 'Han falt i bakken 3 ganger.', 'Vi gikk langs skoleveien 2 dager på rad.',
  'Ringte 112 kl. 02.12 og 113 like etter.', 'Nummeret til legevakta er 116 117, og politiet har 02800.', 'Ring 112 113 02800 hvis det haster.', 'Det mangler 200 000 kroner, kanskje 1 250 000 kr.', 'Han tok ut 25000000 kr på tre år.',
  'Hun fikk 20 000 000 i arv.', 'Skjedde 12.03.2026 og igjen den 4. april 2026.', 'I uke 12, 13, 14 og 15 kom han full hjem.', 'Mandag 20240312 sto det i journalen.', 'Hun er 86 år og har demens.', 'Helga er verst, for da er ingen der.',
  'Han sa: «Du skal ikke si noe.» Hun gråt.', '– Jeg er redd, sa hun.', 'Han truer med å dele bilder på Snapchat og Messenger.', 'Hun har Alzheimer og KOLS. Han har ADHD.', 'Bruker BankID og Vipps på hennes vegne, handler på Rema og Kiwi.',
  'Vi har spurt barnevernet, TryggEst-teamet og Statsforvalteren.', 'Ho vil ikkje at nokon skal vite det. Dei bur saman.', 'Anna hjelp har ho ikkje fått. Inga seier noko.', 'She said that on Monday he took her card. I am worried.', 'The son is home in December, and English is not her language.',
  '- Felles opplæring\n- Drift', 'Han er hans verge, og hun lener seg på ham.', 'Jul og påske er vanskeligst.', 'Hun bor i 3. etasje, rom 12.', 'Vi var der kl 20 og kl 22.', 'Etter 3 uker på sykehjem 2 ganger i fjor.', 'Det er ca. 3 mil til nærmeste nabo.', 'Se punkt 4.2 i planen, versjon 1.10.',
  'Hun veier 45 kg og får 1200 kcal.', 'Saken har nummer 2026-K7QF3M hos oss.', 'Vi har prøvd tiltak nr. 4 og nr. 5.', 'Kontoen ble tømt for 12 500,50 kr.', 'Plass 2 i køen.', 'Hun kom fra Somalia 2015.', '', '   \n\n ', '…', 'NAV NAV NAV',
];

describe('ordinary sentences', () => {
  test.each(ORDINARY)('go through without a stop: %s', (text) => {
    expect(stops(text)).toEqual([]);
  });
  test('few of them are even asked about, or people would learn to press on without reading', () => {
    expect(ORDINARY.filter((text) => marked(text).length > 0)).toEqual(['Hun kom fra Somalia 2015.']);
  });
  test('«Bo», «Dag» and «Liv» are words first in a sentence and in small letters', () => {
    expect(marked('Bo hjemme. Dag og natt. Liv laga. Hun vil bo der til siste dag i sitt liv.')).toEqual([]);
  });
});

describe('a number of eleven digits', () => {
  test.each(['12813499999', '128134 99999', '128134-99999', '12 81 34 99999', '12.81.34 99999', '1 2 8 1 3 4 9 9 9 9 9', '528134 99999', '12\u00a081\u00a034\u00a099999', '128134\u200b99999'])('stops however it is spaced: %s', (number) => {
    expect(stops(`Hun har ${number} på papiret.`)).toEqual([['number', number]]);
  });
  test('so does one of a bank account', () => {
    expect(stops('Pengene går til 1234 56 78903.')).toEqual([['number', '1234 56 78903']]);
  });
});

describe('a phone number', () => {
  test.each(['55550133', '55 55 01 33', '555 50 133', '5555 0133', '55.55.01.33', '+47 55 55 01 33', '+4755550133', '0047 55550133', '(+47) 55 55 01 33', '+46 70 123 45 67', '955 50 133'])('stops: %s', (number) => {
    expect(stops(`Ring ham på ${number}, han svarer`).map(([kind]) => kind)).toEqual(['phone']);
    expect(stops(`tlf ${number}`)).toEqual([['phone', number]]);
  });
});

describe('an e-mail address', () => {
  test.each(['borghild@lia.example', 'b.kvamme+hjem@post.lia.example', 'borghild(at)lia.example', 'borghild krøllalfa lia.example'])('stops: %s', (address) => {
    expect(stops(`Hun skriver fra ${address} hver kveld.`)).toEqual([['email', address]]);
  });
});

describe('a street address', () => {
  test.each([
    'Bakkeveien 4', 'Storgata 12 B', 'Storgata nr. 12', 'Kong Oscars gate 12', 'Nedre torg 3', 'storgata 12', 'Granlia 7', 'Solbakken 3', 'Bakken 3', 'Fjordvegen 1204', 'Sjøgata 1a', 'gnr 12', 'Parkveien 8,', 'Åsveien 2.',
  ])('stops: %s', (address) => {
    expect(stops(`Hun bor i ${address} og er alene.`).map(([kind]) => kind)).toEqual(['address']);
  });
});

describe('a possible name', () => {
  test.each([
    ['Jeg så at Borghild gråt.', ['Borghild']], ['Borghild gråt.', ['Borghild']], ['Så kom Jonas Kvamme inn.', ['Jonas', 'Kvamme']], ['Borghilds kort er borte.', ['Borghilds']], ['Hun bor på Furuheim.', ['Furuheim']],
    ['så kom borghild inn', ['borghild']], ['Liv Hansen ringte.', ['Liv', 'Hansen']], ['Vi snakket med Dag i går.', ['Dag']], ['Naboen Arne hørte skrik.', ['Arne']], ['F.eks. Zlatka så det.', ['Zlatka']], ['Initialene er B. K. på lappen.', ['B. K.']],
    ['Han heter Bjørn-Erik.', ['Bjørn-Erik']], ['Hun sa at Nguyễn kom.', ['Nguyễn']],
  ])('is marked: %s', (text, words) => {
    expect(marked(text)).toEqual(words);
    expect(stops(text)).toEqual([]);
  });
});

describe('what few have', () => {
  test('is marked: a role that one has, an age that few reach, a day of birth', () => {
    expect(marked('Han er ordføreren her.')).toEqual(['ordføreren']);
    expect(marked('Hun er 101 år, født 1.2.1925.')).toEqual(['101 år', 'født 1.2.1925']);
    expect(marked('Hun er den eneste med rullestol.')).toEqual(['eneste']);
  });
  test('is marked when two such things stand together, and not one alone', () => {
    expect(marked('Hun snakker polsk.')).toEqual([]);
    expect(marked('Hun er polsk og har tvillinger.')).toEqual(['polsk', 'tvillinger']);
  });
});

describe('whatever is written', () => {
  test('a place that is told of is where it is said to be, and no stop lies over another', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom('12813499999', '55 55 01 33', 'a@b.example', 'Storgata 12'), (text, secret) => {
      const whole = `${text} ${secret} ${text}`;
      const { stops: all, marks } = findIdentifying(whole);
      let end = 0;
      for (const stop of all) {
        expect(stop.at).toBeGreaterThanOrEqual(end);
        end = stop.at + stop.length;
        expect(end).toBeLessThanOrEqual(whole.length);
      }
      for (const mark of marks) expect(whole.slice(mark.at, mark.at + mark.word.length)).toBe(mark.word);
    }), { numRuns: 200 });
  });
  test('it answers at once, also for the longest text in the worst shape: nobody can keep the server busy with it', () => {
    const worst = ['a', ' ', 'A ', '1', '1 ', 'Aa.', '@', 'a@a.', 'Bakken 3 ', 'Storgata ', '+47 ', '\n', 'f.', '(', '55 55 0'].map((part) => part.repeat(Math.ceil(10_000 / part.length)).slice(0, 10_000));
    const started = performance.now();
    for (const text of worst) findIdentifying(text);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
