import { describe, expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { fold } from '../../src/kernel/likeness.ts';
import { recused } from '../../src/staff/recusal.ts';

const id = asId<'user'>('aaaaaaaa-0000-4000-8000-000000000001');
const inText = (name: string, text: string): boolean => recused([{ userId: id, name }], { names: [], text }).length > 0;
const inField = (name: string, ...names: string[]): boolean => recused([{ userId: id, name }], { names, text: '' }).length > 0;

describe('whoever is named in what somebody wrote never sees it:', () => {
  test('first and last name in any order, near each other', () => {
    for (const text of ['Kari Nordmo vet om det.', 'Spør Nordmo, Kari.', 'NORDMO KARI', 'kari nordmo', 'Kari (før Berg, nå Nordmo) er søsteren', 'Hun sa: «Kari-Nordmo»!']) {
      expect(inText('Kari Nordmo', text), text).toBe(true);
    }
  });
  test('however the letters of Norwegian and Sámi were typed', () => {
    const spellings = [
      ['Bjørg Åsen', 'bjorg aasen'], ['Bjørg Åsen', 'Bjoerg Asen'], ['Bjørg Åsen', 'BJO\u0308RG A\u030aSEN'], ['Pål Sæther', 'paal sather'], ['Pål Sæther', 'Pal Saether'],
      ['Máret Đoŋŋá', 'maret donna'], ['André Müller', 'andre muller'], ['Łucja Nowak', 'Lucja Nowak'], ['Jorunn Vatne', 'Jor\u00adunn Vat\u200bne'],
    ];
    for (const [name = '', text = ''] of spellings) expect(inText(name, text), `${name} / ${text}`).toBe(true);
  });
  test('with a slip: a letter too many, too few, wrong, or two swapped', () => {
    for (const text of ['Jorun Vatne', 'Jorunnn Vatne', 'Joronn Vatne', 'Journn Vatne', 'Jorunn Vante', 'Jorun Vatn', 'jorun vatne kom hit', 'Jorunn Vatnes mann']) expect(inText('Jorunn Vatne', text), text).toBe(true);
    expect(inText('Kristoffer Gulbrandsen', 'Kristofer Gulbransen')).toBe(true);
  });
  test('by one of two first names, and by one of two last names', () => {
    for (const text of ['Anne Solli', 'Grete Solli', 'Anne Grete Solli', 'Anne-Grete Solli', 'Anne Grete fra mottaket']) expect(inText('Anne Grete Solli', text), text).toBe(true);
    for (const text of ['Kari Aas', 'Kari Hansen', 'Kari Aas-Hansen']) expect(inText('Kari Aas-Hansen', text), text).toBe(true);
  });
});

describe('whoever may be a relative never sees it either:', () => {
  test('the family name alone is enough in a name field, with a slip and in any place', () => {
    for (const field of ['Nordmo', 'Odd Nordmo', 'Nordmo Odd', 'Odd Nordmoe', 'odd nordmo']) expect(inField('Kari Nordmo', field), field).toBe(true);
    for (const field of ['Per Aas', 'Per Hansen']) expect(inField('Kari Aas-Hansen', field), field).toBe(true);
  });
  test('but not in running text, where half the town would be left out', () => {
    expect(inText('Kari Nordmo', 'Legen heter Nordmo.')).toBe(false);
    expect(inText('Kari Nordmo', 'Kari på dagsenteret vet det.')).toBe(false);
  });
  test('a first name alone is nobody, in a field or in text', () => {
    expect(inField('Kari Nordmo', 'Kari', 'Kari Berg')).toBe(false);
    expect(inField('Anne Grete Solli', 'Anne Berg')).toBe(false);
  });
  test('somebody who has but one name is named by it', () => {
    expect(inField('Suriya', 'Suriya')).toBe(true);
    expect(inText('Suriya', 'Da kom Suriya.')).toBe(true);
    expect(inText('Suriya', 'Da kom Siri.')).toBe(false);
  });
});

describe('nobody is left out without a reason:', () => {
  test('two names far apart are two people', () => {
    expect(inText('Kari Nordmo', 'Kari på dagsenteret sa at hun ringte til legen, som heter Nordmo.')).toBe(false);
  });
  test('one word cannot be both names', () => {
    expect(inText('Jon Jonn', 'Da kom Jon.')).toBe(false);
    expect(inText('Kari Kari', 'Kari kom.')).toBe(false);
  });
  test('short names must be right, or they would be every second word', () => {
    expect(inText('Liv Lie', 'Han tok livet av seg, og hun ble liggende.')).toBe(false);
    expect(inText('Hans Moen', 'Han bor hos moren hans.')).toBe(false);
    expect(inText('Stine Moen', 'Han slår moren sine ganger ti.')).toBe(false);
    expect(inText('Anders Sund', 'De andres hund bjeffet.')).toBe(false);
  });
  test('an empty name and an empty text meet nobody', () => {
    expect(inText('', 'Kari Nordmo')).toBe(false);
    expect(inText('  -  ', 'Kari Nordmo')).toBe(false);
    expect(inField('Kari Nordmo', '', ' ', '–')).toBe(false);
  });
  test('only the named one of several is left out', () => {
    const other = asId<'user'>('aaaaaaaa-0000-4000-8000-000000000002');
    expect(recused([{ userId: id, name: 'Kari Nordmo' }, { userId: other, name: 'Jorunn Vatne' }], { names: ['Odd Vatne'], text: 'Ingen andre.' })).toEqual([other]);
  });
});

const ORDINARY = [
  'Moren min bor alene etter at far døde. Broren min kommer hver uke og tar ut pensjonen hennes. Han sier at hun skylder ham penger. Sist fredag var kjøleskapet tomt, og hun hadde ikke spist varm mat på flere dager. Hun sier at hun er redd for å si nei til sine egne. Hun evner ikke å stå imot.',
  'Jeg jobber i hjemmetjenesten. Mannen hennes sto i gangen og ville ikke slippe meg inn. Hun hadde blåmerker på begge overarmene. Hun sa at hun hadde falt i trappen, men hun så bort på mannen før hun svarte. De har hund, og hunden var også redd. De andres barn leker i hagen og har sett det.',
  'En ung mann i bofellesskapet ble holdt fast av en ansatt i vest-fløyen under stellet. Han ble låst inne på rommet, og medisinene ble gitt uten at han ville. Han vil helst flytte hjem til moren sin eller til en annen bolig. Berget bak huset er det eneste stedet han går.',
  'Min mann slår. Det er verst når han drikker. Barna sover da, men jeg tror at den eldste hører alt. Han truer med å ta livet av seg hvis jeg går, og han sjekker telefonen min hver kveld. Kom ikke hjem til oss. Snakk med meg på helsestasjonen tirsdag klokka ti.',
  'Eg er uroa for ein gammal mann på garden lenger inne i dalen. Sonen hans flytta heim for eit år sidan og styrer alt no. Eg høyrde skriking frå tunet, og han gjekk haltande. Han seier at han berre har snubla på steinane ved bekken. Han har lite ved og lite mat.',
  'He checks my phone and follows me to work. Last week he pushed me against the wall because dinner was late. I have no money of my own. Please do not call. I clean the library every Monday from six to eight in the morning and I am alone there.',
];
// Short names and names that are near ordinary words, which is where it would go wrong.
const GIVEN = 'Anne Inger Liv Eva Anna Ida Berit Nina Tone Elin Else Hanne Mona Mari Stine Siv Åse Jan Per Ole Svein Hans Tor Andreas Anders Rune Tore Even Dag Leif'.split(' ');
const FAMILY = 'Hansen Berg Haugen Hagen Dahl Lund Moen Strand Eide Bakken Lie Moe Bakke Holm Lien Sæther Aas Næss Vik Strøm Aune Brekke Engen Bye Foss Sand Vold Sund Hus Rød'.split(' ');

test('ordinary text takes away hardly anybody: «de andres barn i hagen» two of 900 colleagues, five other reports none', () => {
  const staff = GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`)).map((name, i) => ({ name, userId: asId<'user'>(`aaaaaaaa-0000-4000-8000-${String(i).padStart(12, '0')}`) }));
  const left = ORDINARY.map((text) => recused(staff, { names: [], text }).map((user) => staff.find((one) => one.userId === user)?.name));
  expect(staff).toHaveLength(900);
  expect(left).toEqual([[], ['Andreas Hagen', 'Anders Hagen'], [], [], [], []]);
});

test('folding is the same whichever way round it is done, and twice is once', () => {
  for (const text of ['Åse Blåfjell', 'A\u030ase', 'ĐOŊŊÁ', 'æøå ÆØÅ', 'Ǻ', 'ß']) {
    expect(fold(fold(text))).toBe(fold(text));
    expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
    expect(fold(text.toUpperCase().toLowerCase())).toBe(fold(text.toLowerCase().toUpperCase()));
  }
});

test('a name from before counts as the one of today: nobody is let in by being called something else', () => {
  const aslaug = { userId: id, name: 'Aslaug Tveitnes', formerNames: ['Aslaug Vik'] };
  for (const name of ['Aslaug Tveitnes', 'Aslaug Vik', 'Aslaug Vikk']) expect(recused([aslaug], { names: [], text: `${name} vet om det.` }), name).toEqual([id]);
  expect(recused([aslaug], { names: ['Aslaug Vik', 'Aslaug Tveitnes'], text: '' })).toEqual([id]);
  expect(recused([aslaug], { names: ['Aslaug Moen'], text: 'Tveitnes ligger ved Vik.' })).toEqual([]);
});
