import { readHeads, regionsWithHeads } from '../kernel/audit/heads.ts';
import { verifyAudit, type AuditFault } from '../kernel/audit/verify.ts';
import { alteredJournals } from '../kernel/audit/verify-journals.ts';
import { recordFaults, type RecordFault } from '../kernel/audit/verify-records.ts';
import type { Context } from '../kernel/context.ts';
import type { Settings } from '../kernel/settings.ts';
import type { House } from '../open-house.ts';
import { reserveRows } from '../regions/public.ts';
import { reviewRows } from '../cases/public.ts';
import { registerRows } from '../staff/public.ts';
import { withHouse, type Region } from './database.ts';
import { besideDir } from './keys-seen-end.ts';
import { reportOf, together, type Report } from './report.ts';

/** `npm run audit:verify`: reads the audit log and every journal of all regions, and names what does not fit. */
export async function verifyAuditOf(settings: Settings): Promise<Report> {
  return withHouse(settings, (house, regions) => verifyRegions(house, regions, besideDir(settings)));
}

export async function verifyRegions(house: House, regions: readonly Region[], headsDir: string): Promise<Report> {
  const reports: Report[] = [];
  for (const region of regions) {
    // Before the database: a block that is closed meanwhile is then ahead of the outside, as it may be.
    const outside = readHeads(headsDir, region.id);
    const faults = await house.door.unaudited(region.id, 'audit_verify', async (ctx) => [...await verifyAudit(ctx, outside), ...await alteredJournals(ctx), ...await registerFaults(ctx)]);
    reports.push(reportOf(region.host, faults.map(faultText), 'ingen feil i logg eller journaler.'));
  }
  const gone = regionsWithHeads(headsDir).filter((id) => !regions.some((region) => region.id === id));
  return together([...reports, ...gone.map((id) => reportOf(`Region ${id}`, ['Borte: hele regionen mangler i databasen, men har hatt en logg.'], ''))]);
}

/** The rows that decide who gets in, with their MACs. */
export async function registerFaults(ctx: Context): Promise<RecordFault[]> {
  return recordFaults(ctx, [...await registerRows(ctx), ...await reserveRows(ctx), ...await reviewRows(ctx)]);
}

/** What a key of verify-records.ts is about: there is one reserve, and many of the others. */
function recordWord(key: string): string {
  const [kind = '', id = ''] = key.split(':');
  if (kind === 'reserve') return 'reserven';
  return `${kind === 'grant' ? 'rollen' : 'personen'} ${id}`;
}

/** One sentence for the person who runs the check. Ids and numbers only; nothing of what stands in a file. */
export function faultText(fault: AuditFault | RecordFault): string {
  switch (fault.kind) {
    case 'row_changed': return `Endret: logglinje ${fault.auditId} (blokk ${fault.block}, lukket ${fault.closedAt}).`;
    case 'row_missing': return `Slettet: logglinje ${fault.auditId} (blokk ${fault.block}, lukket ${fault.closedAt}).`;
    case 'row_added': return `Lagt til: logglinje ${fault.auditId}, datert ${fault.at}, er ikke skrevet av systemet da den sier.`;
    case 'block_changed': return `Endret: blokk ${fault.block}.`;
    case 'block_missing': return `Slettet: blokk ${fault.block}.`;
    case 'rolled_back': return `Satt tilbake: fra blokk ${fault.from} stemmer ikke databasen (siste blokk ${fault.inside}) med hodene utenfor (siste blokk ${fault.outside}).`;
    case 'no_outside_heads': return `Slettet: databasen har ${fault.inside} blokker, men utenfor finnes ingen hoder å sammenligne med.`;
    case 'journal_cut': return `Avkuttet: journalen til mappe ${fault.file} har ${fault.found} innførsler, men loggen vet om ${fault.expected}.`;
    case 'journal_changed': return `Endret: innførsel ${fault.seq} i journalen til mappe ${fault.file} er ikke den som loggen vet om.`;
    case 'record_forged': return `Forfalsket: ${recordWord(fault.record)} i ansattregisteret er ikke skrevet av systemet, og gjelder ikke.`;
    case 'record_gone': return `Slettet: ${recordWord(fault.record)} er borte fra ansattregisteret.`;
    case 'record_set_back': return `Satt tilbake: ${recordWord(fault.record)} i ansattregisteret er slik den var før siste endring.`;
    case 'journal_broken': return `Endret: journalen til mappe ${fault.file} kan ikke åpnes. Noe i den er endret, flyttet eller tatt bort.`;
  }
}
