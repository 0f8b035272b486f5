import { reviewEmergency, takeEmergency } from '../../src/cases/commands/emergency.ts';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { acting, type Lived, type Teller } from './live.ts';

/** Two who had to read a case at night: one has been gone through, one waits for the leader. */
export async function inEmergencies(teller: Teller, [waiting, reviewed]: readonly Lived[]): Promise<void> {
  const { clock, end, chance } = teller;
  const act = acting(teller, clock);
  const take = async (who: string, { caseId }: Lived, hours: number, emergencyReason: string): Promise<string> => {
    clock.now = addMs(end, -hours * HOUR);
    const emergencyId = chance.uuid();
    await act.does(who, takeEmergency, { caseId, emergencyId, connection: 'INGEN', emergencyReason });
    return emergencyId;
  };
  if (reviewed !== undefined) {
    const emergencyId = await take('amina', reviewed, 122, 'Hjemmetjenesten ringte kl. 23: døra var låst fra utsiden igjen, og de fikk ikke tak i noen. Måtte vite hvem som har nøkkel.');
    await act.later(11);
    await act.does('kari', reviewEmergency, { caseId: reviewed.caseId, emergencyId, emergencyResult: 'GOD_GRUNN', reviewWord: 'Snakket med Amina. Hun fant nøkkelen i journalen og fikk inn nattpatruljen. Vi lager nattkort, så neste slipper.' });
  }
  if (waiting !== undefined) await take('jorunn', waiting, 9, 'Hun ringte og hvisket at han er på vei. Kodeordet stemte, men kortet sier ikke hvor hun bor.');
  clock.now = end;
}
