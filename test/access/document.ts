import { standingsText } from './document-standings.ts';
import { EVERYBODY, isElsewhere, type Who } from './situations.ts';
import type { Answer, Row, Shows } from './row.ts';
import { TABLE } from './table.ts';

type Reason = readonly [word: string, meaning: string];

/** Why not, by the code that the audit keeps (`denied:<code>`): the words of a cell, and what they mean. */
export const WHY_NOT: Readonly<Record<string, Reason>> = {
  excluded: ['inhabil', 'Nevnt i bekymringen, eller har svart at hen er knyttet til noen i saken. Gjelder uansett rolle (fvl § 6)'],
  not_theirs: ['en annens fil', 'En fil som en kollega har bedt om, er bare for den kollegaen'],
  not_any_more: ['ikke lenger', 'Filen lå et døgn, eller viser en sak den som ba om den, ikke lenger kan se'],
  not_mine: ['en annens', 'En kollegas uferdige samtale finnes ikke for andre før den er tatt over'],
  named_in_it: ['nevnt i den', 'Navnet står, eller står nesten, i bekymringen. Gjelder uansett rolle (fvl § 6)'],
  decided: ['tatt inn i en sak', 'En sak har tatt inn alt som er kommet. Da er bekymringen ikke lenger mottakets'],
  role: ['rollen', 'Ingen av rollene hen har, gir adgang til dette'],
  role_without_content: ['rollen ser aldri saker', 'Styringsgruppe, personvernombud, systemansvarlig og den som ikke har noen rolle, ser aldri innhold'],
  leader_of_municipality: ['leder, ser bare at saken finnes', 'En leder ser at saken finnes, men ikke innholdet uten å ha fått tilgang'],
  not_granted: ['ikke fått tilgang', 'Har en rolle som kan se saker, men ikke tilgang til denne (fvl § 13 c)'],
  access_over: ['tilgangen er over', 'Tilgangen sluttet av seg selv, senest 30 dager etter at saken ble avsluttet'],
  impartiality_first: ['spørsmålet først', 'Må først svare på om hen er knyttet til noen i saken (fvl § 6)'],
  not_your_role: ['en annen rolle', 'Ser saken, men steget hører til en annen rolle'],
  not_their_municipality: ['en annen kommune', 'Leder for én kommune: skriver for den alene, og åpner ikke rader fra hele regionen'],
  public_tables_only: ['bare de offentlige tabellene', 'Inhabil i noe som er talt i det året'],
  not_known: ['kjenner ikke saken', 'Nødtilgang gis til saker i egen kommune og til dem hen har hatt del i; mottaket svarer telefonen for hele regionen'],
  only_reads: ['bare lesing', 'Tilsynet leser, og svarer på spørsmålet om inhabilitet. Det tar ingen andre steg'],
  only_to_confirm: ['bare for å bekrefte', 'Den som er spurt om å bekrefte, får lese, svare, skrive i journalen og melde Akutt, og ingen andre steg'],
  not_in_emergency: ['ikke med nødtilgang', 'Nødtilgang gir lesing, journal og Akutt, og ingen andre steg'],
  not_case_lead: ['bare saksansvarlig', 'Ser saken, men steget er saksansvarliges'],
  no_case_lead: ['saken har ingen saksansvarlig', 'Steget er saksansvarliges, og saken har ingen ennå'],
  not_a_person: ['ingen person', 'Systemet gjør ikke dette for seg selv'],
  only_system: ['bare systemet', 'Gjøres av systemet i denne ene oppgaven, aldri av et menneske'],
  only_set_up: ['bare når regionen settes opp', 'Gjøres bare når en region settes opp'],
  restricted: ['bruken er begrenset', 'Har fått tilgang, men bruken av saken er begrenset (personvernforordningen artikkel 18). Bare koordinator og saksansvarlig leser den'],
  no_case: ['ingen sak', 'Kravet er ikke knyttet til noen sak, så det er ingenting å avgjøre'],
  another_municipality: ['en annen kommune', 'Leder i en annen kommune enn den som eier saken'],
  not_locked_tables: ['ikke låste tabeller', 'Bare tabeller som er låst, er for andre enn dem som lager returene'],
  unknown: ['finnes ikke', 'For dem finnes det ikke: det ligger i en annen region, eller de er ikke mennesker'],
};

/** Why, by the code that the audit keeps (`done:<code>`). */
export const WHY: Readonly<Record<string, Reason>> = {
  left: ['ja, forlatt', 'Samtalen er ikke overlevert på en halv time, eller den som skrev den har logget ut, og alle i mottaket kan ta over'],
  coordinator: ['koordinator', 'Koordinator ser alle bekymringer og saker i regionen, men ingen hen er inhabil i'],
  case_lead: ['saksansvarlig', 'Leder saken, og er fortsatt i teamet'],
  granted: ['har fått tilgang', 'En koordinator har gitt tilgang til denne saken, med grunn og siste dag'],
  asked: ['spurt om å bekrefte', 'En kollega har spurt hen ved navn om å bekrefte et forslag. Det varer til svaret er gitt'],
  emergency: ['nødtilgang', 'Tre timer med en sak hen kjenner til, med grunn. En annen går gjennom det etterpå'],
  team: ['team', 'Teammedlem. Finner bare det hen har tilgang til'],
  reception: ['mottak', 'Mottaket har bekymringen til en sak har tatt den inn, og saken til en koordinator har lest overleveringen'],
  reserve: ['reserven', 'Reservekoordinator i en annen kommune. Gjør det en koordinator gjør når ingen koordinator kan se bekymringen (fvl § 6)'],
  supervision: ['tilsyn', 'Fører tilsyn med kommunen, etter loven og til en bestemt dag. Leser, og gjør ikke noe annet'],
  question: ['bare spørsmålet', 'Siden viser bare referansen og spørsmålet om inhabilitet, for en bekymring også når og hvordan den kom og kommunen, og ikke noe av innholdet'],
  data_protection_officer: ['personvernombud', 'Personvernombud. Ser hvem som har sett på en sak, og ingenting av det som står i den'],
  opener: ['mottak eller koordinator', 'Den som kan åpne bekymringen, kan opprette sak av den når rollen er mottak eller koordinator'],
  list: ['egen liste', 'Ser sin egen liste. Hver linje i den er prøvd for seg'],
  own_cases: ['egne saker', 'Teammedlem eller koordinator. Ser det en selv har i hånden'],
  hands_over: ['den som fordeler', 'Koordinator i hver av sakene det gjelder, eller saksansvarlig som selv er borte. En sak en ikke har, kan en ikke gi bort'],
  own_day: ['egen dag', 'Ser det som venter på en selv. Hver linje er prøvd for seg'],
  staff: ['har en rolle', 'Alle som har en rolle i regionen'],
  leader: ['leder', 'Leder. Den som er leder i én kommune, ser bare den kommunens saker her'],
  system: ['systemet', 'Systemet selv, i denne ene oppgaven'],
  set_up: ['oppsettet', 'Oppsettet av en ny region'],
  KOORDINATOR: ['koordinator', 'Rollen koordinator'],
  LEDER: ['leder', 'Rollen leder'],
  TEAMMEDLEM: ['teammedlem', 'Rollen teammedlem'],
  MOTTAK: ['mottak', 'Rollen mottak'],
  archive: ['arkivet', 'Tar ut hele saken for arkivet'],
  archive_hands_over: ['arkivet, avsluttet', 'Tar ut utgaven til arkivet av det som er avsluttet: med hvem som meldte og filene ved siden av'],
  STYRINGSGRUPPE: ['styringsgruppe', 'Rollen styringsgruppe'],
  PERSONVERNOMBUD: ['personvernombud', 'Rollen personvernombud'],
  SYSTEMADMIN: ['systemansvarlig', 'Rollen systemansvarlig'],
  KOMMUNEDIREKTOR: ['kommunedirektør', 'Rollen kommunedirektør'],
  ARKIVAR: ['arkivar', 'Rollen arkivar'],
};

/** A list opens for a reason, too; what stands in it says more. */
const SHOWS: Readonly<Record<string, Readonly<Record<Shows, string>>>> = {
  'reports.inbox': { with_it: 'bekymringen står der', with_it_and_alias: 'bekymringen står der', without_it: 'uten bekymringen' },
  'reports.watch': { with_it: 'bekymringen er talt med', with_it_and_alias: 'bekymringen er talt med', without_it: 'uten å telle bekymringen' },
  'cases.list': { with_it: 'saken står der, uten dekknavn', with_it_and_alias: 'saken står der, med dekknavn eller initialer', without_it: 'uten saken' },
};

const MODULES: Readonly<Record<string, readonly [heading: string, before: string]>> = {
  setup: ['Oppsett', 'Den første regionen settes opp gjennom en lenke som bare eieren av serveren kan lese.'],
  regions: ['Regionen', 'Navn, forside, kommuner og avtaler. Ingenting her er om en person.'],
  staff: ['Ansatte og roller', 'En rolle som kan se innhold, må bekreftes av en annen enn den som foreslo, og aldri av den som får den. Det prøves etter adgangen (`src/staff/roles.ts`).'],
  reports: ['Bekymringer', 'Den som er nevnt i en bekymring, sammenlignes med registeret over ansatte før noen kan se den.'],
  consultations: ['Drøfting', 'Anonyme råd. Ingen er navngitt, så ingen spørres om de er knyttet til noen. Den som er nevnt i meldingen drøftingen kom som, ser den ikke.'],
  cases: ['Saker', 'Signe er saksansvarlig. Even og Roar har fått tilgang. Om det er tid for et steg, sier [saksgangen](workflow.md); her står bare hvem som slipper til det.'],
  privacy: ['Personvern og arkiv', 'Innsyn, kassasjon og avvik. Hvem som har bedt om innsyn, står for seg og sier ikke om det finnes en sak. Kassasjon tar to: arkivar foreslår, og leder i kommunen som eier saken, bekrefter.'],
  upkeep: ['Vedlikehold', 'Det som står åpent om en mappe, sammenlignes hver natt med journalen. Systemet retter det som er ulikt, og ingen ser noe.'],
  documents: ['Rapporter', 'Årsrapport, internkontroll og to sider til styringsgruppen. Den interne utgaven er en lesing av R2, og den som ber om den, må ha adgang til R2 også.'],
  returns: ['Returer', 'Det som gis til andre: låst av en annen enn den som forberedte det. Anonyme rader går bare ut når lederen i hver kommune har sagt ja, og åpnes av dem som ser alle kommunenes saker.'],
  statistics: ['Statistikk', 'R2 viser koder per sak, ingen navn. Den som er inhabil i en sak, ser den ikke der heller.'],
};

const HEAD = `# Hvem har adgang til hva

Denne siden er laget av reglene i \`src/*/access.ts\`. Hver regel er spurt om hver person i hver situasjon, og svaret står i ruten.
\`test/access/matrix.test.ts\` feiler når siden og reglene er ulike, og når noe nytt kan gjøres uten at det står her
(\`WRITE_DOCS=1 npx vitest run --project access test/access/matrix.test.ts\` skriver siden på nytt; les forskjellen før du lagrer den).
\`test/access/matrix-door.test.ts\` prøver det samme med ekte brukere mot en ekte database.

**Ja** betyr at personen slipper til. Om det kan gjøres nå, avgjør reglene for steget etterpå. Et nei ser likt ut på skjermen uansett grunn:
«finnes ikke». Det som ligger i en annen region, finnes ikke for noen her, og omvendt. Grunnen står bare i loggen over hvem som har gjort
hva, med koden nederst på denne siden. Personer med de samme svarene står på samme linje, og
situasjoner der alle får samme svar, i samme kolonne.

## Personene

${EVERYBODY.map((who) => `- **${who.actor.kind === 'system' ? nameOf(who) : who.name}**: ${who.about}`).join('\n')}
`;

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function reasonOf(code: string, words: Readonly<Record<string, Reason>>): Reason {
  const found = words[code];
  if (found === undefined) throw new Error(`the reason «${code}» has no words in test/access/document.ts`);
  return found;
}

function cellText(row: Row, who: Who, { verdict, shows }: Answer): string {
  if (!verdict.allow) return `Nei: ${reasonOf(verdict.because, WHY_NOT)[0]}`;
  const own = isElsewhere(who) ? ', i sin egen region' : '';
  return `**Ja**: ${shows === undefined ? reasonOf(verdict.because, WHY)[0] : SHOWS[row.name]?.[shows] ?? shows}${own}`;
}

/** Use cases that answer everybody the same in every situation, the first of each in its place. */
function alike(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.situations.map((one) => one.key), EVERYBODY.map((who) => row.situations.map((one) => cellText(row, who, row.answer(who, one.key))))]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function nameOf(who: Who): string {
  return `${who.name} (${who.part})`;
}

/** The system's tasks in one word where they are all together; everybody but one line in two words. */
function together(whos: readonly Who[]): string {
  const tasks = EVERYBODY.filter(({ actor }) => actor.kind === 'system');
  const allTasks = tasks.every((task) => whos.includes(task));
  return [...whos.filter((who) => !allTasks || !tasks.includes(who)).map(nameOf), ...(allTasks ? ['Systemet'] : [])].join(', ');
}

/** A line per person, those with the same cells in one. */
function people(cellsOf: (who: Who) => readonly string[]): string[][] {
  const lines = new Map<string, { cells: readonly string[]; whos: Who[] }>();
  for (const who of EVERYBODY) {
    const cells = cellsOf(who);
    const known = lines.get(cells.join('|')) ?? { cells, whos: [] };
    known.whos.push(who);
    lines.set(cells.join('|'), known);
  }
  const all = [...lines.values()].toSorted((a, b) => (lines.size === 2 ? a.whos.length - b.whos.length : 0));
  return all.map(({ cells, whos }, at) => [lines.size === 2 && at === 1 ? 'Alle andre' : together(whos), ...cells]);
}

function names(rows: readonly Row[]): string {
  return rows.map((row) => `- ${row.title} (\`${row.name}\`)`).join('\n');
}

/** Situations in which everybody is answered the same stand in one column. */
function columnsOf(row: Row): { readonly key: string; readonly title: string }[] {
  const columns = new Map<string, { key: string; titles: string[] }>();
  for (const { key, title } of row.situations) {
    const answers = JSON.stringify(EVERYBODY.map((who) => cellText(row, who, row.answer(who, key))));
    const known = columns.get(answers) ?? { key, titles: [] };
    known.titles.push(title);
    columns.set(answers, known);
  }
  return [...columns.values()].map(({ key, titles }) => ({ key, title: titles.join('<br>*eller:* ') }));
}

function withSituations(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const columns = columnsOf(first);
  const cells = people((who) => columns.map(({ key }) => cellText(first, who, first.answer(who, key))));
  return `${names(rows)}\n\n${table(['Hvem', ...columns.map(({ title }) => title)], cells)}`;
}

/** Where the situation makes no difference, use cases stand beside one another. */
function withoutSituations(groups: readonly (readonly Row[])[]): string {
  const cells = people((who) => groups.flatMap(([first]) => (first === undefined ? [] : [cellText(first, who, first.answer(who, 'always'))])));
  return `${names(groups.flat())}\n\n${table(['Hvem', ...groups.map((rows) => rows.map(({ title }) => title).join('<br>'))], cells)}`;
}

function headingOf(rows: readonly Row[]): string {
  const [first = '', ...rest] = rows.slice(0, 3).map(({ title }) => title);
  return `${[first, ...rest.map((title) => title.charAt(0).toLowerCase() + title.slice(1))].join(', ')}${rows.length > 3 ? ' …' : ''}`;
}

function moduleText(name: string): string {
  const [heading, before] = MODULES[name] ?? [name, ''];
  const groups = alike(TABLE.filter((row) => row.name.startsWith(`${name}.`)));
  const always = groups.filter(([first]) => first?.situations.length === 1);
  const rest = groups.filter((rows) => !always.includes(rows)).map((rows) => `### ${headingOf(rows)}\n\n${withSituations(rows)}`);
  return [`## ${heading}`, before, ...rest, ...(always.length === 0 ? [] : [...(rest.length === 0 ? [] : ['### Uten forskjell på situasjon']), withoutSituations(always)])].join('\n\n');
}

function reasons(words: Readonly<Record<string, Reason>>, prefix: string): string {
  return table(['I ruten', 'I loggen', 'Hva det betyr'], Object.entries(words).map(([code, [word, meaning]]) => [word, `\`${prefix}:${code}\``, meaning]));
}

/** docs/access-matrix.md, in bokmål. Throws where a reason or a module has no words. */
export function matrixDocument(): string {
  const modules = [...new Set(TABLE.map(({ name }) => name.split('.')[0] ?? name))];
  return `${[HEAD, ...modules.map((name) => moduleText(name)), standingsText(), '## Grunnene', '### Nei', reasons(WHY_NOT, 'denied'), '### Ja', reasons(WHY, 'done')].join('\n\n').replaceAll('\n\n\n', '\n\n')}\n`;
}
