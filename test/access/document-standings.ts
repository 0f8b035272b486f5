import { EVERYBODY, isElsewhere, isPerson, type Who } from './situations.ts';
import { STANDINGS } from './standings.ts';
import type { Row } from './row.ts';
import { TABLE } from './table.ts';
import { BY_REFERENCE, TELLS, TELLS_OF_NONE } from './tells.ts';

const PEOPLE = EVERYBODY.filter(isPerson).filter((who) => !isElsewhere(who));

const made = new Map<string, ReadonlySet<string>>();

/** Every cell in which this person is let in, as `use case, situation, what a list shows`. Why not is no difference here. */
export function letIn(who: Who): ReadonlySet<string> {
  const { key, actor, letInAgain } = who;
  const same = JSON.stringify([key, actor, letInAgain]);
  const known = made.get(same) ?? new Set(TABLE.flatMap((row) => row.situations.flatMap((one) => {
    const { verdict, shows } = row.answer(who, one.key);
    return verdict.allow ? [`${row.name} ${one.key} ${shows ?? ''}`] : [];
  })));
  made.set(same, known);
  return known;
}

function titles(cells: ReadonlySet<string>): string {
  const rows: readonly Row[] = TABLE.filter(({ name }) => [...cells].some((one) => one.startsWith(`${name} `)));
  return rows.map(({ title }) => `«${title}»`).join(', ');
}

const less = (one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> => new Set([...one].filter((cell) => !other.has(cell)));

const ofRegion = (cell: string): boolean => TABLE.some(({ name, about }) => about === 'region' && cell.startsWith(`${name} `));

/** What somebody has after that, in the words of the matrix: as before, or as whoever of it is nearest, and what is more and less. */
function after(who: Who, then: Who): string {
  const now = letIn(then);
  if (then.actor.regionId !== who.actor.regionId && [...now].every(ofRegion)) return '**Nei**, ingenting her, men det samme i sin egen region';
  const like = [who, ...PEOPLE.filter((one) => one.actor.regionId === then.actor.regionId)].map((one) => ({ one, came: less(now, letIn(one)), went: less(letIn(one), now) })).toSorted((a, b) => a.came.size + a.went.size - b.came.size - b.went.size)[0];
  if (like === undefined) throw new Error('nobody to compare with');
  const { one, came, went } = like;
  if (now.size === 0 && went.size + letIn(who).size > 0) return '**Nei**, ingenting';
  return [one === who ? 'Som før' : `Som ${one.name}`, ...(came.size === 0 ? [] : [`og også ${titles(came)}`]), ...(went.size === 0 ? [] : [`men ikke i alle situasjoner ${titles(went)}`])].join(', ');
}

function cellOf({ of, not }: (typeof STANDINGS)[number]): string {
  const groups = new Map<string, string[]>();
  for (const who of PEOPLE) {
    const then = of(who);
    const text = then === undefined ? `– (${not ?? ''})` : after(who, then);
    groups.set(text, [...(groups.get(text) ?? []), who.name]);
  }
  return [...groups].map(([text, names]) => `${text}: ${names.length === PEOPLE.length ? 'alle' : names.join(', ')}`).join('.<br>');
}

const titleOf = (name: string): string => TABLE.find((row) => row.name === name)?.title ?? name;

/** What holds in every row besides its own situations, and which rows no file can matter for. */
export function standingsText(): string {
  return `## Når det er noe med den som spør

Dette gjelder hver rute på siden, i tillegg til situasjonene i tabellene over. Det er prøvd for hver person i hver rad og hver situasjon. «Som Ida» betyr at hen slipper til det samme som Ida, i hver rad og
hver situasjon. – betyr at situasjonen ikke har mening for dem, og hvorfor. \`test/access/matrix-standings.test.ts\` gjør det samme med ekte brukere mot en ekte database.

| Situasjon | Hva som da gjelder |
| --- | --- |
${STANDINGS.map((one) => `| ${one.title} | ${cellOf(one)} |`).join('\n')}

## Når det er noe med en sak, og spørsmålet gjelder hele regionen

Lister og oppslag for hele regionen slipper inn etter rollen alene; regelen får ikke vite om noen sak. Hva de viser, prøves linje for linje. \`test/access/matrix-door.test.ts\` leter i hvert
svar etter en sak i hver av situasjonene (inhabil, strengt fortrolig, begrenset, ikke besvart, i mottaket, nødtilgang, avsluttet for 30 og 31 dager siden, uten koordinator, i arbeid), og etter bekymringen den har.

| Rad | Nevner en sak bare for den som |
| --- | --- |
${Object.entries(TELLS).map(([name, { words }]) => `| ${titleOf(name)} (\`${name}\`) | ${words} |`).join('\n')}

– i alle disse situasjonene, fordi svaret ikke nevner noen enkelt sak eller bekymring: ${TELLS_OF_NONE.map((name) => `${titleOf(name).toLowerCase()} (\`${name}\`)`).join(', ')}. Det samme gjelder
alt som bare endrer noe for hele regionen: det svarer ikke med noe om en sak. ${BY_REFERENCE.map((name) => `\`${name}\``).join(', ')} sier bare om en referanse en har fra før, hører til noe her; siden etterpå prøver
den, og svarer likt der en ikke slipper til og der det ikke finnes noe.`;
}
