import { openReport } from '../../src/reports/queries.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { confirmSending, sendOn } from '../../src/reports/commands/send-on.ts';
import { splitReport } from '../../src/reports/commands/split.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { addDays, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { acting, send, type Teller } from './live.ts';
import { add, pdf } from './talk.ts';

/** Two sisters in one report; a neighbour's report on somebody who lives elsewhere; and one that the receiver has not answered. */
const TWO = {
  fare: 'nei', hvem: 'VENN', voksen: 'ja', spurt: 'IKKE_SPURT', navn: 'Gudrun Myhre', kommune: '9902', hva: 'PSYKISK|OKONOMISK', flere: 'ja', flereantall: '2', flereom: 'Søsteren Ragna Myhre bor i samme hus.',
  sett: 'Nevøen bestemmer over begge søstrene. Han har tatt bankkortet til Gudrun. Ragna får ikke gå ut alene.', tilknytning: 'ANNEN_SLEKT', barn: 'nei', svar: 'nei',
};
const MOVED = { fare: 'nei', hvem: 'NABO_BEKJENT', voksen: 'ja', spurt: 'IKKE_SPURT', navn: 'Einar Torp', kommune: '0301', hva: 'OMSORGSSVIKT', sett: 'Han flyttet til sønnen i vår. Nå tar ingen telefonen, og døra er låst.', tilknytning: 'BARN', barn: 'nei', svar: 'nei' };
const ELSEWHERE = { ...MOVED, navn: 'Sigrun Lie', kommune: '4601', sett: 'Hun skriver at hun ikke får medisinen sin.', hva: 'OMSORGSSVIKT|PSYKISK' };

/** Reports that ended in reception: divided, or sent on. */
export async function settle(teller: Teller): Promise<void> {
  const { clock, end, chance } = teller;
  const act = acting(teller, clock);
  const came = async (days: number, answers: Readonly<Record<string, string>>, letter?: readonly string[]) => {
    clock.now = osloInstant(addDays(osloDay(end), -days), 9, 15);
    const report = await send(teller, { answers });
    if (letter !== undefined) await add(teller, report, await pdf(letter));
    const { id: reportId } = report;
    await act.later(2);
    await act.does('kari', declareConnection, { reportId, connection: 'INGEN' });
    await act.does('kari', openReport, { reportId });
    return reportId;
  };
  const two = await came(2, TWO, ['Kontoutskrift, Gudrun Myhre', '3. november: uttak 4 000', '10. november: uttak 4 000']);
  const begun = await act.does('kari', splitForm, { reportId: two });
  await act.does('kari', splitReport, {
    reportId: two, formId: chance.uuid(), parts: begun.parts,
    people: [{ ...begun.first, story: 'Nevøen bestemmer over Gudrun. Han har tatt bankkortet hennes.', files: ['1'] }, { ...begun.other, name: 'Ragna Myhre', story: 'Nevøen bestemmer over Ragna. Hun får ikke gå ut alene.' }],
  });
  const sent = { to: 'UTENFOR', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', text: '', files: [], parts: 1 };
  const moved = await came(6, MOVED);
  const transferId = chance.uuid();
  await act.does('kari', sendOn, { ...sent, reportId: moved, transferId, place: 'Nordbø kommune', spokeWith: 'Tildelingskontoret', grounds: 'Han bor der nå, og de kan se til ham.' });
  await act.later(20);
  await act.does('kari', confirmSending, { reportId: moved, transferId, by: 'Inger Voll, tildelingskontoret', how: 'TELEFON', when: 'dagen etter, kl. 09:30' });
  const waiting = await came(1, ELSEWHERE);
  await act.does('kari', sendOn, { ...sent, reportId: waiting, transferId: chance.uuid(), place: 'Storvik kommune', spokeWith: 'Vakttelefonen', grounds: 'Hun bor der og trenger hjelp med medisin.' });
}
