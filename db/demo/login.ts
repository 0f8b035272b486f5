import { DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { ROLE } from '../../src/staff/codes.ts';
import { DEMO_STAFF, NEIGHBOUR_STAFF, type DemoMember } from './people.ts';

function place(member: DemoMember): string {
  if (member.roles.includes('TILSYN')) return member.unit;
  return DEMO_MUNICIPALITIES.find((one) => one.number === member.municipality)?.name ?? 'Hele regionen';
}

function roles(member: DemoMember): string {
  return member.roles.map((role) => ROLE.label(role, 'nb')).join(', ');
}

function everybody() {
  return [
    ...DEMO_STAFF.map((member) => ({ ...member, roleLabel: roles(member), where: place(member) })),
    ...NEIGHBOUR_STAFF.map((member) => ({ ...member, roleLabel: ROLE.label('KOORDINATOR', 'nb'), where: `${member.region}, en annen region` })),
  ];
}

/** The people that the local sign-in provider offers. */
export function demoLoginPeople() {
  return everybody().map(({ subject, name, roleLabel, where, pid }) => ({ sub: subject, name, roleLabel, place: where, acr: 'idporten-loa-high', pid }));
}

export function demoAnnouncement(): string[] {
  return everybody().map(({ name, roleLabel, where }) => `  ${name.padEnd(18)} ${roleLabel} (${where})`);
}
