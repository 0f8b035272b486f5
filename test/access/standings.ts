import type { Person } from '../../src/kernel/actor.ts';
import { addMs, DAY_MS, HOUR, type Instant } from '../../src/kernel/time.ts';
import { ROLE, seesContent } from '../../src/staff/codes.ts';
import { rolesInForce } from '../../src/staff/roles.ts';
import { ELSEWHERE, HAVNES, isPerson, NOW, TJERNAS, type Who } from './situations.ts';

/** What may have happened to whoever asks, whatever they ask for. undefined: for them it has no meaning, as `not` says. */
export type Standing = { readonly key: string; readonly title: string; readonly not?: string; readonly of: (who: Who & { readonly actor: Person }) => Who | undefined };

type Held = Parameters<typeof rolesInForce>[0][number];
type Member = Parameters<typeof rolesInForce>[1];

const COMPARED: Member = { disabled_at: null, compared_at: NOW };
const given = (role: string, change: Partial<Held> = {}): Held => ({ role, confirmed_at: NOW, ended_at: null, until: null, ...change });

/** The same person with the roles that are in force after that, by the rule that each sign-in and each page asks (src/staff/roles.ts). */
function holding(who: Who & { readonly actor: Person }, grants: readonly Held[], member: Member = COMPARED): Who {
  return { ...who, actor: { ...who.actor, roles: rolesInForce(grants, member, NOW) } };
}

const is = (who: Who & { readonly actor: Person }, role: string): boolean => who.actor.roles.includes(role);
const own = (who: Who & { readonly actor: Person }, change: Partial<Held> = {}): Held[] => who.actor.roles.map((role) => given(role, change));
const content = (role: string): boolean => ROLE.is(role) && seesContent(role);
const YESTERDAY: Instant = addMs(NOW, -DAY_MS);

const HAS_NONE = 'har ingen rolle';
const SUPERVISES = 'den som fører tilsyn, har ingen annen rolle';

/** Thirteen, beside the ordinary one and those of the file or thing that is asked for. */
export const STANDINGS: readonly Standing[] = [
  { key: 'role_ended', title: 'Rollen er avsluttet', not: HAS_NONE, of: (who) => (who.actor.roles.length === 0 ? undefined : holding(who, own(who, { ended_at: NOW }))) },
  { key: 'role_waits', title: 'Rollen er foreslått, og ingen har bekreftet den', not: 'rollen ser ikke innhold, og gjelder fra den er gitt', of: (who) => (who.actor.roles.some(content) ? holding(who, own(who, { confirmed_at: null })) : undefined) },
  { key: 'shut_out', title: 'Kontoen er stengt', not: HAS_NONE, of: (who) => (who.actor.roles.length === 0 ? undefined : holding(who, own(who), { ...COMPARED, disabled_at: NOW })) },
  { key: 'uncompared', title: 'Har fått nytt navn, og er ikke sammenlignet med det som er kommet', not: 'rollen ser ikke innhold', of: (who) => (who.actor.roles.some(content) ? holding(who, own(who), { ...COMPARED, compared_at: null }) : undefined) },
  { key: 'administrator', title: 'Rollen er avsluttet, og hen er systemansvarlig nå', not: 'er systemansvarlig', of: (who) => (is(who, 'SYSTEMADMIN') ? undefined : holding(who, [...own(who, { ended_at: NOW }), given('SYSTEMADMIN')])) },
  { key: 'steering_too', title: 'Er med i styringsgruppen ved siden av', not: SUPERVISES, of: (who) => (is(who, 'TILSYN') ? undefined : holding(who, [...own(who), given('STYRINGSGRUPPE')])) },
  { key: 'supervises', title: 'Fører tilsyn med en annen kommune fra i dag', not: 'fører tilsyn fra før', of: (who) => (is(who, 'TILSYN') ? undefined : holding(who, [...own(who), given('TILSYN', { until: addMs(NOW, DAY_MS) })])) },
  { key: 'supervision_over', title: 'Tilsynet var over i går', not: 'fører ikke tilsyn', of: (who) => (is(who, 'TILSYN') ? holding(who, own(who, { until: YESTERDAY })) : undefined) },
  { key: 'moved', title: 'Er flyttet til en annen av regionens kommuner', not: 'arbeider for hele regionen', of: (who) => (who.actor.municipalityId === undefined ? undefined : { ...who, actor: { ...who.actor, municipalityId: who.actor.municipalityId === HAVNES ? TJERNAS : HAVNES } }) },
  { key: 'elsewhere', title: 'Har rollen i en annen region', of: (who) => ({ ...who, actor: { ...who.actor, regionId: ELSEWHERE } }) },
  { key: 'stands_in', title: 'Får beskjedene til en koordinator som er borte', of: (who) => who },
  { key: 'let_in_again', title: 'Kontoen har vært stengt, hen er sluppet inn igjen, og to har gitt rollene på nytt', not: HAS_NONE, of: (who) => (who.actor.roles.length === 0 ? undefined : { ...holding(who, own(who)), letInAgain: true }) },
  { key: 'hours_ago', title: 'Logget inn for ni timer siden', of: (who) => ({ ...who, actor: { ...who.actor, signedInAt: addMs(NOW, -9 * HOUR) } }) },
];

/** Somebody as they stand after that; the system and whoever it has no meaning for: undefined. */
export function standing(key: string, who: Who): Who | undefined {
  const found = STANDINGS.find((one) => one.key === key);
  if (found === undefined) throw new Error(`test/access/standings.ts knows no «${key}»`);
  return isPerson(who) ? found.of(who) : undefined;
}
