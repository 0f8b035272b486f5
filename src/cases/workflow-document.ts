import { CLOCKS, type ClockRule, type Unit } from '../regions/codes.ts';
import { ROLE } from '../staff/codes.ts';
import { RESTRICTED_USE, type RestrictedUse } from './choices.ts';
import { fieldsOf, mostRequired, type FieldName } from './fields.ts';
import { GOES_ON, WHEN_RESTRICTED, type GoesOn, type WhenRestricted } from './restriction.ts';
import { OPEN_STATUSES } from './status.ts';
import { nb } from './texts/nb.ts';
import { STEP_KEYS, WORKFLOW, type Move, type Step, type Who } from './workflow.ts';

const HEAD = `# Saksgangen

Denne siden er laget av tabellen i \`src/cases/workflow.ts\`. Skjermbildene, reglene og testene bruker den samme tabellen.
Ingen av fristene står i loven; de er våre egne og kan endres i hver region. Akutt er et merke på saken, ikke et steg.
Den som er inhabil, kan ikke ta noe steg. Alle andre svarer på spørsmålet om tilknytning før de ser saken (fvl § 6).
`;

const COLUMNS = ['Nr.', 'Steg', 'Fra → til', 'Hvem', 'Må fylles ut', 'Kan fylles ut', 'Vilkår', 'Vår frist', 'Kilde'];

/** The workflow table as docs/workflow.md (bokmål, Markdown). test/cases/workflow.test.ts keeps the file equal to it. */
export function workflowDocument(): string {
  const rows = STEP_KEYS.map((key) => line(row(WORKFLOW[key], nb[`step.${key}`])));
  return `${HEAD}\n${line(COLUMNS)}\n${line(COLUMNS.map(() => '---'))}\n${rows.join('\n')}\n${whenRestricted()}`;
}

const WHY: Readonly<Record<GoesOn, string>> = {
  STORAGE: 'går som før: lagring av det som skjer', SAFETY: 'går som før: verner personen eller andre mot fare (art. 6 nr. 1 d, andres rettigheter)', RIGHTS: 'går som før: personens egne ord, samtykke og rettigheter',
  DUTY: 'går som før: plikt etter lov (viktige samfunnsinteresser)', ORDER: 'går som før: hvem som svarer for saken, og hvem som ser den (art. 32)', END: 'går som før: bruken tar slutt, og resten er lagring',
};

/** What each step does while the use of the case is restricted (GDPR art. 18 nr. 2). */
function whenRestricted(): string {
  const steps = (of: (rule: WhenRestricted) => boolean) => STEP_KEYS.filter((key) => of(WHEN_RESTRICTED[key])).map((key) => nb[`step.${key}`] + (isLetter(WHEN_RESTRICTED[key]) ? ' (til andre enn personen)' : '')).join('<br>');
  const asks = (use: RestrictedUse) => [`krever et grunnlag for: ${RESTRICTED_USE.label(use, 'nb').toLowerCase()}`, steps((rule) => typeof rule !== 'string' && rule.asks === use)];
  const rows = [['stopper', steps((rule) => rule === 'STOPPED')], ...RESTRICTED_USE.codes.map(asks), ...GOES_ON.map((why) => [WHY[why], steps((rule) => rule === why)])];
  return `\n## Når bruken av saken er begrenset (personvernforordningen art. 18 nr. 2)\n\n${line(['Steget', 'Hvilke'])}\n${line(['---', '---'])}\n${rows.map(line).join('\n')}\n`;
}

function isLetter(rule: WhenRestricted): boolean {
  return typeof rule !== 'string' && rule.of === 'TO_OTHERS';
}

function row(step: Step, title: string): readonly string[] {
  return [
    step.number, title, moves(step.moves), who(step.who), required(step), step.optional.map(question).join('<br>') || '–',
    [...step.conditions.map((name) => nb[`condition.${name}`]), ...(step.beforeContent ? ['kan gjøres før spørsmålet om inhabilitet'] : [])].join('<br>') || '–',
    step.clock === undefined ? '–' : clock(CLOCKS[step.clock]), step.source,
  ];
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function question(name: FieldName): string {
  return nb[`field.${name}`];
}

function required(step: Step): string {
  const always = step.required.map(question);
  const sometimes = fieldsOf(step).slice(0, mostRequired(step)).filter((name) => !step.required.includes(name)).map((name) => `${question(name)} (når svaret over krever det)${instead(step, name)}`);
  return [...always, ...sometimes].join('<br>') || '–';
}

function instead({ requiredWhen = [] }: Step, name: FieldName): string {
  const by = requiredWhen.find(({ orElse }) => orElse?.of === name)?.orElse?.by;
  return by === undefined ? '' : ` – ${question(by)}`;
}

function moves(all: readonly Move[]): string {
  const stays = all.filter(([from, to]) => from === to).map(([from]) => from);
  const name = (status: Move[0]) => (status === 'NY' ? '–' : nb[`status.${status}`]);
  const moving = all.filter(([from, to]) => from !== to).map(([from, to]) => `${name(from)} → ${name(to)}`);
  if (OPEN_STATUSES.every((status) => stays.includes(status))) return [...moving, stays.length === OPEN_STATUSES.length ? 'alle åpne, uendret' : 'alle, uendret'].join('<br>');
  return [...moving, ...stays.map((status) => `${name(status)}, uendret`)].join('<br>');
}

function who({ roles, lead }: Who): string {
  return [...(lead ? [nb.caseLead.toLowerCase()] : []), ...roles.map((role) => ROLE.label(role, 'nb').toLowerCase())].join(', ');
}

const UNITS: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  hours: ['time', 'timer'], days: ['dag', 'dager'], workingDays: ['virkedag', 'virkedager'], weeks: ['uke', 'uker'], months: ['måned', 'måneder'],
};

const STARTS: Readonly<Record<ClockRule['from'], string>> = {
  INCIDENT: 'fra noe ble fortalt', SENT: 'fra barnevernet ble varslet', SUSPECTED: 'fra samtykket falt bort', SUSPECT_CHANGED: 'fra endringen ble skrevet inn', RECEIVED: 'fra bekymringen ble mottatt', AKUTT: 'fra Akutt ble merket eller vurdert sist', EMERGENCY: 'fra nødtilgangen ble tatt', CLASSIFIED: 'fra klassifiseringen', INVESTIGATED: 'fra undersøkelsen startet',
  TALKED: 'fra noen snakket med personen første gang', FOLLOW_UP: 'fra oppfølgingen startet', CLOSING: 'fra avslutning ble foreslått', WRITTEN: 'fra noen skrev i saken sist', OWN_DAY: 'dagen som er valgt',
};

function clock(rule: ClockRule): string {
  const parts = [rule.from === 'OWN_DAY' ? STARTS.OWN_DAY : `${length(rule)} ${STARTS[rule.from]}`];
  if (rule.akutt !== undefined) parts.push(rule.akutt.amount === 0 ? 'Akutt: straks' : `Akutt: ${amount(rule.akutt.amount, rule.akutt.unit)}`);
  if (!rule.on) parts.push('(av til regionen slår den på)');
  return parts.join('<br>');
}

function length(rule: ClockRule): string {
  if (rule.byType !== undefined) return `${rule.byType.MA} (må), ${rule.byType.BOR} (bør), ${rule.byType.KAN} (kan) ${UNITS[rule.unit][1]}`;
  if (rule.later !== undefined) return `${[rule.amount, ...rule.later].join(', ')} ${UNITS[rule.unit][1]}`;
  return amount(rule.amount, rule.unit);
}

function amount(n: number, unit: Unit): string {
  return `${n} ${UNITS[unit][n === 1 ? 0 : 1]}`;
}
