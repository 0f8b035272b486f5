import { codeList } from '../kernel/codes.ts';

/** ROLLE: what a colleague is in a region. A role is given, never reported, so there is no «unknown» among them. */
export const ROLE = codeList('ROLLE', [
  { code: 'MOTTAK', nb: 'Mottak', nn: 'Mottak', en: 'Reception', source: 'S0 S3', synonyms: ['Mottaket', 'Intake'] },
  { code: 'KOORDINATOR', nb: 'Koordinator', nn: 'Koordinator', en: 'Coordinator', source: 'S0 S3', synonyms: ['Prosjektleder', 'Prosjektleder og koordinator'] },
  { code: 'TEAMMEDLEM', nb: 'Teammedlem', nn: 'Teammedlem', en: 'Team member', source: 'S0 S3', synonyms: ['Medlem av operativt team', 'Operativt team'] },
  { code: 'LEDER', nb: 'Leder', nn: 'Leiar', en: 'Manager', source: 'S0', synonyms: ['Daglig leder', 'Dagleg leiar', 'Krisesenterets leder'] },
  { code: 'STYRINGSGRUPPE', nb: 'Styringsgruppe', nn: 'Styringsgruppe', en: 'Steering group', source: 'S0 S3', synonyms: ['Styringsgruppen', 'Ledergruppe'] },
  { code: 'PERSONVERNOMBUD', nb: 'Personvernombud', nn: 'Personvernombod', en: 'Data-protection officer', source: 'K', synonyms: ['DPO'] },
  { code: 'ARKIVAR', nb: 'Arkivar', nn: 'Arkivar', en: 'Archivist', source: 'P', synonyms: ['Arkivet', 'Arkivansvarlig'] },
  { code: 'SYSTEMADMIN', nb: 'Systemansvarlig', nn: 'Systemansvarleg', en: 'System administrator', source: 'P', synonyms: ['Systemadministrator', 'Admin'] },
  { code: 'KOMMUNEDIREKTOR', nb: 'Kommunedirektør', nn: 'Kommunedirektør', en: 'Chief executive', source: 'P', synonyms: ['Rådmann'] },
  { code: 'TILSYN', nb: 'Tilsyn', nn: 'Tilsyn', en: 'Supervisor', source: 'K', synonyms: ['Tilsynsperson'] },
]);
export type Role = (typeof ROLE)['codes'][number];

/**
 * Whether a role can ever see the content of a report or case; access.ts still asks for a reason in each file.
 * LEDER sees the ledger and what is overdue, and content only where a case is granted.
 * ARKIVAR takes whole cases out for the archive, and sees no page of one.
 * PERSONVERNOMBUD reads the log of who looked, STYRINGSGRUPPE suppressed figures, SYSTEMADMIN settings and people, KOMMUNEDIREKTOR who may be
 * the reserve: never content. TILSYN reads what two people decided, until its day, and does nothing (supervision.ts).
 */
export const SEES_CONTENT: Readonly<Record<Role, boolean>> = {
  MOTTAK: true,
  KOORDINATOR: true,
  TEAMMEDLEM: true,
  LEDER: true,
  STYRINGSGRUPPE: false,
  PERSONVERNOMBUD: false,
  ARKIVAR: true,
  SYSTEMADMIN: false,
  KOMMUNEDIREKTOR: false,
  TILSYN: true,
};

export function seesContent(role: Role): boolean {
  return SEES_CONTENT[role];
}

/** They see nothing, and decide who does: who works here with which role, and who is the reserve. */
const DECIDES_WHO_SEES: readonly Role[] = ['SYSTEMADMIN', 'KOMMUNEDIREKTOR'];

/** Giving such a role takes two people and is never done to oneself. Were an administrator one person's to make, that person could have the other half of any proposal (decision 0099). */
export function takesTwo(role: Role): boolean {
  return seesContent(role) || DECIDES_WHO_SEES.includes(role);
}

/** Whether somebody with these roles works with content, and so can take it over from another. Supervision reads, and takes over nothing. */
export function anySeesContent(roles: readonly string[]): boolean {
  return roles.some((role) => ROLE.is(role) && role !== 'TILSYN' && seesContent(role));
}
