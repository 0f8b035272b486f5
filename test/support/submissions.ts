import { asId, systemChance, type FileId, type RegionId } from '../../src/kernel/ids.ts';
import { openPool } from '../../src/kernel/database/connect.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { newReceiptCode, type ReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { readBundle } from '../../src/regions/published.ts';
import { readForm } from '../../src/reports/form/read.ts';
import { plan } from '../../src/reports/form/plan.ts';
import { openIntake, type Intake, type Submitted } from '../../src/reports/intake.ts';
import { openEnvelopes } from '../../src/reports/public.ts';
import { HOST, NORDFJELLA, type World } from './world.ts';

/** A complete report by a relative, as the form posts it. Tests change single answers. */
export const DAUGHTER: Readonly<Record<string, string>> = {
  fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Borghild Kvamme', kommune: '9903', hva: 'OKONOMISK',
  sett: 'Broren min tar pensjonen hennes hver måned.', barn: 'nei',
};

export function posted(answers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(answers).flatMap(([name, value]) => value.split('|').map((one): [string, string] => [name, one]));
}

export type Sender = {
  readonly intake: Intake;
  /** sends a form's answers the way the public process does; the draft is new unless given */
  readonly send: (answers: Readonly<Record<string, string>>, draft?: FileId, code?: ReceiptCode) => Promise<{ draft: FileId; code: ReceiptCode; submitted: Submitted }>;
  readonly close: () => Promise<void>;
};

export async function sender(world: World, host = HOST, region: RegionId = NORDFJELLA): Promise<Sender> {
  const pool = openPool({ url: world.url('public'), max: 4 });
  const keys = openPublicKeyDirectory(world.publicKeysDir);
  const intake = openIntake(pool, keys.fingerprint);
  const row = await intake.publishedSite(host);
  const bundle = row === undefined ? undefined : readBundle(keys.rootPublic, row, host);
  if (bundle === undefined) throw new Error('the site is not published');
  return {
    intake,
    send: async (answers, draft = asId<'file'>(systemChance.uuid()), code = newReceiptCode(systemChance)) => {
      const read = readForm(posted(answers));
      if (read.answers === undefined) throw new Error(`the form has problems: ${JSON.stringify(read.problems)}`);
      const at: Instant = world.clock.now;
      const planned = plan(read.answers, { region, draftId: draft, receivedAt: at, lang: 'nb', channel: 'NETTSKJEMA' });
      if (!planned.ok) throw new Error(planned.code);
      return { draft, code, submitted: await intake.submit(planned.value, code, bundle.intake, at) };
    },
    close: () => pool.end(),
  };
}

/** What the worker does with everything that waits, without a worker. */
export async function openAll(world: World, region: RegionId = NORDFJELLA): Promise<{ opened: number; unreadable: number }> {
  const waiting = await world.house.door.unaudited(region, 'test', (ctx) => ctx.tx.selectFrom('app.report_envelope').select('envelope_id').where('region_id', '=', region).execute());
  const worker = await world.worker();
  const sum = { opened: 0, unreadable: 0 };
  for (const { envelope_id: envelopeId } of waiting) {
    const outcome = await worker.door.enter(openEnvelopes, { kind: 'system', regionId: region, task: 'open_envelope' }, { envelopeId });
    if (!outcome.ok) throw new Error(outcome.code);
    sum.opened += outcome.value.opened;
    sum.unreadable += outcome.value.unreadable;
  }
  return sum;
}
