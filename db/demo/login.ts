import { DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { ROLE } from '../../src/staff/codes.ts';
import { DEMO_STAFF, type DemoMember } from './people.ts';

function place(member: DemoMember): string {
  if (member.roles.includes('TILSYN')) return member.unit;
  return DEMO_MUNICIPALITIES.find((one) => one.number === member.municipality)?.name ?? 'Hele regionen';
}

function roles(member: DemoMember): string {
  return member.roles.map((role) => ROLE.label(role, 'nb')).join(', ');
}

/** The people that the local sign-in provider offers. */
export function demoLoginPeople() {
  return DEMO_STAFF.map((member) => ({
    sub: member.subject, name: member.name, roleLabel: roles(member), place: place(member), acr: 'idporten-loa-high', pid: member.pid,
  }));
}

export function demoAnnouncement(): string[] {
  return DEMO_STAFF.map((member) => `  ${member.name.padEnd(18)} ${roles(member)} (${place(member)})`);
}
