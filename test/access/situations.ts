import { askedLine, type AskedCase, type Asker, type Known } from '../../src/cases/commands/asked.ts';
import type { CaseLine } from '../../src/cases/store/read.ts';
import type { ConsultationFacts } from '../../src/consultations/access.ts';
import type { Actor, Person } from '../../src/kernel/actor.ts';
import { asId, type FileId, type MunicipalityId, type RegionId, type UserId } from '../../src/kernel/ids.ts';
import { addDays, addMs, DAY_MS, HOUR, instant, osloDay, osloInstant, type Instant } from '../../src/kernel/time.ts';
import type { MunicipalityRow } from '../../src/regions/public.ts';
import type { ReportFacts } from '../../src/reports/access.ts';
import { factsOf } from '../../src/reports/commands/handle.ts';
import { anySeesContent } from '../../src/staff/codes.ts';

/**
 * Somebody of the matrix. `key` is their subject in test/support/people.ts where they live in the test world, too;
 * `part` stands beside the name in each table, `about` once.
 */
export type Who = { readonly key: string; readonly name: string; readonly part: string; readonly about: string; readonly actor: Actor; /** was shut out, and is let in again: nothing that was decided of a case before that counts for them (lapsedWith) */ readonly letInAgain?: true };
/** One column of the matrix: what is so, and what the rule is told of it. undefined: for them there is no such thing. */
export type Situation<F> = { readonly key: string; readonly title: string; readonly facts: (who: Who) => F | undefined };

export const NOW: Instant = instant('2026-03-02T08:00:00.000Z');
const HERE: RegionId = asId<'region'>('11111111-1111-4111-8111-111111111111');
export const ELSEWHERE: RegionId = asId<'region'>('22222222-2222-4222-8222-222222222222');

function number<Of extends string>(first: string, n: number) {
  return asId<Of>(`${first}0000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`);
}

const CASE: FileId = number<'file'>('1', 1);
const REPORT: FileId = number<'file'>('2', 1);
export const FJORDBY: MunicipalityId = number<'municipality'>('3', 1);
export const HAVNES: MunicipalityId = number<'municipality'>('3', 2);
export const TJERNAS: MunicipalityId = number<'municipality'>('3', 4);

type Told = readonly [name: string, part: string, about: string];

function person(n: number, key: string, [name, part, about]: Told, roles: readonly string[], municipalityId?: MunicipalityId, regionId = HERE): Who & { readonly actor: Person } {
  return { key, name, part, about, actor: { kind: 'person', regionId, userId: number<'user'>('4', n), roles, municipalityId, signedInAt: NOW } };
}

function task(key: string, part: string, about: string): Who {
  return { key, name: 'Systemet', part, about, actor: { kind: 'system', regionId: HERE, task: key } };
}

/** Berit is there so that one coordinator who is inhabil is not all of them. */
const STAFF = [
  person(1, 'kari', ['Kari', 'koordinator', 'Koordinator'], ['KOORDINATOR']),
  person(2, 'berit', ['Berit', 'koordinator', 'Koordinator'], ['KOORDINATOR']),
  person(3, 'jorunn', ['Jorunn', 'mottak', 'Arbeider i mottaket'], ['MOTTAK']),
  person(4, 'signe', ['Signe', 'saksansvarlig', 'Teammedlem og saksansvarlig i saken'], ['TEAMMEDLEM'], HAVNES),
  person(5, 'even', ['Even', 'teammedlem med tilgang', 'Teammedlem. Koordinator har gitt tilgang til saken'], ['TEAMMEDLEM'], FJORDBY),
  person(6, 'tone', ['Tone', 'teammedlem uten tilgang', 'Teammedlem. Tilgangen til saken gikk ut i går'], ['TEAMMEDLEM'], FJORDBY),
  person(7, 'reidun', ['Reidun', 'reserven', 'Teammedlem i en annen kommune, og reservekoordinator'], ['TEAMMEDLEM'], TJERNAS),
  person(8, 'leif', ['Leif', 'leder', 'Leder i kommunen som eier saken'], ['LEDER'], FJORDBY),
  person(9, 'gunn', ['Gunn', 'leder i en annen kommune', 'Leder i en annen av regionens kommuner'], ['LEDER'], HAVNES),
  person(10, 'roar', ['Roar', 'leder med tilgang', 'Leder i en annen av regionens kommuner. Koordinator har gitt tilgang til saken'], ['LEDER'], HAVNES),
  person(11, 'vidar', ['Vidar', 'mottak, før saksansvarlig', 'Var saksansvarlig. Er ikke lenger i teamet, men arbeider i mottaket'], ['MOTTAK']),
  person(12, 'stine', ['Stine', 'styringsgruppe', 'Sitter i styringsgruppen'], ['STYRINGSGRUPPE'], FJORDBY),
  person(13, 'per', ['Per', 'personvernombud', 'Personvernombud'], ['PERSONVERNOMBUD']),
  person(14, 'ida', ['Ida', 'systemansvarlig', 'Systemansvarlig'], ['SYSTEMADMIN']),
  person(16, 'astrid', ['Astrid', 'kommunedirektør', 'Kommunedirektør'], ['KOMMUNEDIREKTOR'], FJORDBY),
  person(15, 'nora', ['Nora', 'uten rolle', 'Er invitert, og har ingen rolle ennå'], []),
  person(17, 'arne', ['Arne', 'arkivar', 'Arkivar. Har svart på spørsmålet om inhabilitet'], ['ARKIVAR']),
  person(18, 'ragnhild', ['Ragnhild', 'tilsyn', 'Fører tilsyn med kommunen som eier saken, og er ikke ansatt der'], ['TILSYN']),
  person(19, 'hedda', ['Hedda', 'tilsyn i en annen kommune', 'Fører tilsyn med en annen av regionens kommuner. Koordinator har åpnet saken for henne'], ['TILSYN']),
  person(20, 'sverre', ['Sverre', 'tilsyn uten tilgang', 'Fører tilsyn, men ingen kommune eller sak er åpnet for ham'], ['TILSYN']),
];

/** The system does each thing in one task only. */
const TASKS = [
  task('set_up', 'oppsett', 'Når en region settes opp'), task('open_envelope', 'ny bekymring', 'Når en bekymring er kommet inn'), task('tell_case', 'tillegg', 'Når noe er lagt til en bekymring som en sak har tatt inn'), task('carry_report', 'sendt videre', 'Når en bekymring eller en sak er sendt til en annen region'), task('clean_file', 'nytt vedlegg', 'Når et vedlegg er kommet inn'), task('reconcile', 'faste oppgaver', 'Det som gjøres av seg selv, dag og natt'),
  task('make_documents', 'rapporter', 'Når noen har bedt om en fil av en rapport'),
  task('dispose', 'kassasjon', 'Når noe to har bestemt, skal kasseres'),
  task('tell_notices', 'varsler', 'Når noe skal varsles'), task('send_notice', 'sending av varsel', 'Når en beskjed skal ut'),
  task('sweep_requests', 'opprydding i innsynskrav', 'Hver time, når innsynskrav uten sak har ligget så lenge som regelen sier'),
  task('shut_out_dormant', 'ubrukte kontoer', 'Hver time, når noen ikke har logget inn på så mange dager som regionen har bestemt'),
  task('sweep_whole', 'opprydding', 'Hver time, når filer av hele saker har ligget i et døgn'),
  task('read_traces', 'sammenligning', 'Når noen skal få se hva annet som kan gjelde samme person'),
  task('draw_log_review', 'gjennomgang av loggen', 'Når lederne skal få noe fra loggen å se på'),
  task('compare_colleague', 'ny kollega', 'Når noen er kommet til i registeret over ansatte, eller har fått et annet navn der'),
];

/** Everybody whom the matrix asks about, in the order of its lines. */
export const EVERYBODY: readonly Who[] = [
  ...STAFF, person(16, 'anders', ['Anders', 'en annen region', 'Koordinator og mottak i en annen region'], ['KOORDINATOR', 'MOTTAK'], undefined, ELSEWHERE), ...TASKS,
];

export function isElsewhere({ actor }: Who): boolean {
  return actor.regionId !== HERE;
}

export function whoIs(key: string): Who {
  const found = EVERYBODY.find((who) => who.key === key);
  if (found === undefined) throw new Error(`nobody in test/access/situations.ts is called ${key}`);
  return found;
}

const RECEPTION = ['kari', 'berit', 'jorunn', 'vidar'];
const COORDINATORS = ['kari', 'berit'];

/** What is handed to a rule that is told nothing but who asks: reading anything of it is a fault of the matrix. */
export function untold<T>(): T {
  return new Proxy({}, { get: (_nothing, name) => { throw new Error(`the rule asks for «${String(name)}»: give its use case situations in test/access/table.ts`); } }) as T; // nothing of it is ever read
}

/** The whole region's: there is no one thing that it is about. */
export const THE_REGION: readonly Situation<never>[] = [{ key: 'always', title: 'Adgang', facts: () => untold<never>() }];
/** About one thing of the region, of which the rule need not know anything. */
export const ONE_THING: readonly Situation<never>[] = [{ key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : untold<never>()) }];

type Row = Parameters<typeof factsOf>[0];
type Named = { readonly named?: readonly string[]; readonly row?: Partial<Row>; /** those who have answered the question; «all»: whoever asks */ readonly answered?: readonly string[] | 'all'; /** those who answer it later, because somebody is in danger */ readonly later?: readonly string[] };

function report(key: string, title: string, { named = [], row, answered = [], later = [] }: Named): Situation<ReportFacts> {
  const uncoordinated = new Set(COORDINATORS.every((one) => named.includes(one)) ? [REPORT] : []);
  return {
    key, title,
    facts: (who) => {
      if (who.actor.kind !== 'person' || isElsewhere(who)) return undefined;
      const excluded = key === 'named' || named.includes(who.key);
      const answer = answered === 'all' || answered.includes(who.key) ? 'INGEN' : later.includes(who.key) ? 'SENERE' : null;
      return factsOf({ file_id: REPORT, excluded, shut: key === 'strict' && !isNamed(who), strict: key === 'strict', decided_at: null, seen_at: null, answer, ...row }, { askerIsReserve: isReserve(who), uncoordinated });
    },
  };
}

/** For the strictly confidential case. */
function isNamed({ key, letInAgain }: Who): boolean {
  return key === 'kari' && letInAgain !== true;
}

/** Kari has answered, and has settled it. */
const SETTLED: Named = { row: { decided_at: NOW, seen_at: NOW }, answered: ['kari'] };

/** What a rule about a report asks for, as src/reports/commands/handle.ts loads it. */
export const REPORTS: readonly Situation<ReportFacts>[] = [
  report('new', 'Bekymringen er kommet inn', {}),
  report('read', 'Jorunn i mottaket har lest den', { row: { seen_at: NOW }, answered: ['jorunn'] }),
  report('later', 'Jorunn har meldt Akutt, og svarer på spørsmålet etterpå', { later: ['jorunn'] }),
  report('answered', 'Den som spør, har svart at hen ikke er knyttet til noen', { answered: 'all' }),
  report('named', 'Den som spør, er nevnt i den', {}),
  report('own_unit', 'Den gjelder noen der Signe arbeider', { named: ['signe'] }),
  report('colleague', 'Den gjelder en kollega: Even', { named: ['even'] }),
  report('coordinators_named', 'Alle koordinatorer er nevnt i den', { named: COORDINATORS }),
  report('all_named', 'Alle i mottaket er nevnt i den', { named: RECEPTION }),
  report('nobody_left', 'Alle koordinatorer og reserven er nevnt i den', { named: [...COORDINATORS, 'reidun'] }),
  report('taken_in', 'En sak har tatt den inn', SETTLED),
  report('joined', 'Den gikk inn i en sak som var åpen', SETTLED),
  report('divided', 'Den er delt mellom dem den gjelder', SETTLED),
  report('sent_on', 'Den er sendt videre dit den hører hjemme', SETTLED),
  report('strict', 'En sak med strengt fortrolig adresse har den. Kari er navngitt', { row: { decided_at: NOW, seen_at: NOW }, answered: 'all' }),
  report('added_to', 'En sak har tatt den inn, så kom et tillegg', { row: { decided_at: NOW }, answered: ['kari'] }),
];

function consultation(key: string, title: string, named: readonly string[] | 'all' = [], reportId: FileId | undefined = REPORT): Situation<ConsultationFacts> {
  return { key, title, facts: (who) => (who.actor.kind !== 'person' || isElsewhere(who) ? undefined : { fileId: CASE, reportId, excluded: named === 'all' || named.includes(who.key), shut: key === 'strict' && !isNamed(who) }) };
}

/** What a rule about a consultation asks for, as src/consultations/commands/asked.ts loads it: however far it has come, the same people see it. */
export const CONSULTATIONS: readonly Situation<ConsultationFacts>[] = [
  consultation('asked', 'Noen spør om råd uten å navngi noen'), consultation('answered', 'Koordinator har svart'), consultation('closed', 'Vinduet for den som spurte, er lukket'), consultation('became', 'Den er blitt meldt'),
  consultation('named', 'Den som spør, er nevnt i meldingen den kom som', 'all'), consultation('colleague', 'Jorunn er nevnt i meldingen den kom som', ['jorunn']),
  consultation('strict', 'Navnet kom siden, og en sak med strengt fortrolig adresse har meldingen. Kari er navngitt'),
];

/** What was decided for those who supervise. */
const SUPERVISES: Readonly<Record<string, readonly MunicipalityId[]>> = { ragnhild: [FJORDBY], hedda: [HAVNES] };

/** Those who supervise have done so since the day before yesterday, and do so for a month. */
function supervisionsOf(roles: readonly string[]) {
  return roles.includes('TILSYN') ? [{ from: addMs(NOW, -2 * DAY_MS), until: addMs(NOW, 30 * DAY_MS) }] : [];
}

const COLLEAGUES: readonly Known[] = STAFF.map(({ key, name, part, actor }) => ({
  userId: actor.userId, name, formerNames: [], unit: part, municipalityId: actor.municipalityId ?? null, disabled: false, compared: true, letInAgain: false, version: 1, roles: actor.roles, supervises: SUPERVISES[key] ?? [], supervisions: supervisionsOf(actor.roles), lastInTeam: actor.roles.some((role) => role === 'KOORDINATOR' || role === 'TEAMMEDLEM') ? NOW : undefined, led: [], token: token(actor.userId),
}));
const MUNICIPALITIES: readonly MunicipalityRow[] = [FJORDBY, HAVNES, TJERNAS].map((id, at) => ({
  municipality_id: id, number: `990${at}`, name: id, from_day: osloDay(NOW), to_day: null, merged_into: null,
}));

function token(userId: UserId): Buffer {
  return Buffer.from(userId);
}

/** As a sign-in has it: the reserve is only whoever has a role that sees content. */
export function isReserve({ key, actor }: Who): boolean {
  return key === 'reidun' && actor.kind === 'person' && anySeesContent(actor.roles);
}

export function askerOf(who: Who & { readonly actor: Person }): Asker {
  const { key, actor } = who;
  return {
    userId: actor.userId, token: token(actor.userId), roles: actor.roles, isReserve: isReserve(who), reserve: idOf('reidun'), supervisions: supervisionsOf(actor.roles), region: MUNICIPALITIES, now: NOW,
    colleagues: COLLEAGUES.map((one) => (one.userId === actor.userId ? { ...one, roles: actor.roles, municipalityId: actor.municipalityId ?? null, supervisions: supervisionsOf(actor.roles) } : one)),
    municipalities: actor.roles.includes('TILSYN') ? SUPERVISES[key] ?? [] : actor.municipalityId === undefined ? MUNICIPALITIES.map((row) => row.municipality_id) : [actor.municipalityId],
    team: STAFF.filter((one) => one.actor.roles.some((role) => role === 'KOORDINATOR' || role === 'TEAMMEDLEM')).map((one) => one.actor.userId),
  };
}

export function isPerson(who: Who): who is Who & { readonly actor: Person } {
  return who.actor.kind === 'person';
}

function idOf(key: string): UserId {
  const { actor } = whoIs(key);
  return actor.kind === 'person' ? actor.userId : number<'user'>('4', 99);
}

const GRANTED_UNTIL: Readonly<Record<string, Instant>> = { even: addMs(NOW, 60 * DAY_MS), roar: addMs(NOW, 60 * DAY_MS), hedda: addMs(NOW, 60 * DAY_MS), tone: addMs(NOW, -DAY_MS) };

/** A case in work: classified, Signe leads it, a coordinator has read the hand-over, and everybody who asks has answered the question. */
function lineFor({ key }: Who): CaseLine {
  return {
    file_id: CASE, reference: '2026-K7QF3M', status: 'KLASSIFISERT', case_type: 'MA', provisional: false, akutt: false, owner_municipality_id: FJORDBY,
    lead_user_id: idOf(key === 'vidar' ? 'vidar' : 'signe'), deputy_user_id: null, deputy_from: null, deputy_until: null, in_reception: false, awaits: null, awaits_by: null, awaits_by_coordinator: false, awaits_asked: null, besides_by: null, awaits_asked_at: null, besides_asked: null, besides_asked_at: null, report_unread: false, voided_by: null, meeting_asked_at: null,
    received_at: NOW, opened_at: NOW, updated_at: NOW, closed_at: null, over_at: null, retention: null, restricted: false, clocks: [], version: 9, named_only: null, impartial: true, granted_until: GRANTED_UNTIL[key] ?? null, supervision_since: key === 'hedda' ? addMs(NOW, -DAY_MS) : null, emergency_until: null, left_out: [],
  };
}

/** A grant ends with the case at the latest, and the projection says so (src/cases/case.ts, grantEnd). */
function closed(daysAgo: number): (who: Who) => Partial<CaseLine> {
  const closedAt = addMs(NOW, -daysAgo * DAY_MS);
  const ends = osloInstant(addDays(osloDay(closedAt), 31), 0, 0);
  return ({ key }) => {
    const until = GRANTED_UNTIL[key];
    return { status: 'AVSLUTTET', closed_at: closedAt, granted_until: until === undefined || until < ends ? until ?? null : ends };
  };
}

/** What a line has of whoever was shut out and is let in again. */
function lapsed({ lead_user_id: lead, deputy_user_id: deputy, awaits_asked: asked, named_only: named }: CaseLine, userId: UserId): Partial<CaseLine> {
  const unless = <Id>(one: Id | null) => (one === userId ? null : one);
  return { lead_user_id: unless(lead), deputy_user_id: unless(deputy), awaits_asked: unless(asked), named_only: named?.filter((one) => one !== userId) ?? null, granted_until: null, supervision_since: null, emergency_until: null };
}

function situation(key: string, title: string, change: (who: Who) => Partial<CaseLine>): Situation<AskedCase & { readonly reports: readonly FileId[] }> {
  return {
    key, title,
    facts: (who) => {
      if (!isPerson(who) || isElsewhere(who)) return undefined;
      const line = { ...lineFor(who), ...change(who) };
      return { ...askedLine(askerOf(who), who.letInAgain === true ? { ...line, ...lapsed(line, who.actor.userId) } : line), reports: [REPORT] };
    },
  };
}

/** What a rule about a case asks for, as src/cases/commands/asked.ts loads it. */
export const CASES = [
  situation('open', 'Saken er i arbeid', () => ({})),
  situation('unanswered', 'Spørsmålet om inhabilitet er ikke besvart', () => ({ impartial: false })),
  situation('reception', 'Koordinator har ikke lest overleveringen', ({ key }) => ({
    in_reception: true, status: 'TIL_VURDERING', case_type: null, lead_user_id: null, granted_until: null, impartial: key === 'jorunn' || key === 'vidar',
  })),
  situation('emergency', 'Jorunn i mottaket har tatt nødtilgang', ({ key }) => ({ emergency_until: key === 'jorunn' ? addMs(NOW, 2 * HOUR) : null })),
  situation('asked', 'Tone i teamet er spurt om å bekrefte at det ikke blir en sak', ({ key }) => ({ awaits: 'NOT_A_CASE', awaits_by: idOf('kari'), awaits_by_coordinator: true, awaits_asked: idOf('tone'), awaits_asked_at: addMs(NOW, -DAY_MS), granted_until: key === 'tone' ? null : GRANTED_UNTIL[key] ?? null })),
  situation('away', 'Signe er borte, og Tone er vikar', () => ({ deputy_user_id: idOf('tone'), deputy_from: addMs(NOW, -HOUR), deputy_until: addMs(NOW, DAY_MS) })),
  situation('excluded', 'Den som spør, er inhabil', ({ key }) => ({ left_out: [token(idOf(key))], emergency_until: key === 'jorunn' ? addMs(NOW, 2 * HOUR) : null })),
  situation('strict', 'Adressen er strengt fortrolig. Kari er navngitt', () => ({ named_only: [idOf('kari')], owner_municipality_id: null })),
  situation('strict_nobody', 'Adressen er strengt fortrolig, og ingen navngitt koordinator er igjen', () => ({ named_only: [idOf('nora')], owner_municipality_id: null })),
  situation('no_coordinator', 'Alle koordinatorer er inhabile', () => ({ left_out: COORDINATORS.map((key) => token(idOf(key))) })),
  situation('restricted', 'Bruken av saken er begrenset', () => ({ restricted: true })),
  situation('closed_30', 'Avsluttet for 30 dager siden', closed(30)),
  situation('closed_31', 'Avsluttet for 31 dager siden', closed(31)),
] as const;
