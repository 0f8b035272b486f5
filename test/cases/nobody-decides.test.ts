import { expect, test } from 'vitest';
import { askedLine, nobodyDecides, type Asker } from '../../src/cases/commands/asked.ts';
import { standing } from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { projectCase } from '../../src/cases/projection.ts';
import type { CaseLine } from '../../src/cases/store/read.ts';
import type { UserId } from '../../src/kernel/ids.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { assessing, classify, confirm, investigate, proposeClosing } from './acts.ts';
import { FILE, hilde, kari, lise, petter, type Journal } from './journal.ts';

/** Kari, the region's only coordinator, leads the case and has proposed to close it. */
function closing(): Journal {
  const file = assessing();
  file.by(kari, classify({ lead: kari.userId }));
  file.by(lise, confirm());
  file.by(kari, investigate);
  file.by(kari, proposeClosing({ reasons: ['DOD'] }));
  return file;
}

type Around = { readonly reserve?: UserId | null; readonly coordinators?: readonly CaseActor[]; readonly out?: readonly CaseActor[] };

function met(file: Journal, actor: CaseActor, { reserve = hilde.userId, coordinators = [kari], out = [] }: Around = {}) {
  const { awaits, status, clocks, lead } = projectCase(file.state(), NO_CHANGES);
  const token = ({ userId }: CaseActor) => Buffer.from(userId);
  const asker = {
    userId: actor.userId, token: token(actor), roles: actor.roles, isReserve: actor.userId === reserve, reserve: reserve ?? undefined, municipalities: [], supervisions: [], region: [], now: file.now(),
    team: [...coordinators, lise].map(({ userId }) => userId), colleagues: [...coordinators, lise, hilde].map((one) => ({ ...one, token: token(one) })),
  } as unknown as Asker; // nothing else of it is asked for here
  const line = { file_id: FILE, status, clocks, lead_user_id: lead, awaits: awaits?.kind ?? null, awaits_by: awaits?.by ?? null, named_only: null, impartial: true, left_out: out.map(token), deputy_user_id: null, deputy_from: null, deputy_until: null } as unknown as CaseLine; // nor of a line
  const asked = askedLine(asker, line);
  const how = standing(asked.actor, asked.facts, file.now());
  const need = dayNeed(projectCase(file.state(), NO_CHANGES), { ...asked.actor, standing: how, mustDeclare: false, nobodyDecides: nobodyDecides(asked) }, file.now());
  return { standing: how, reason: need?.reason, only: asked.untilDecided, clocks: clocks.map(({ clock }) => clock) };
}

test('the reserve decides where the only coordinator proposed to close: it would stay open with nobody who may close it', () => {
  const file = closing();
  expect(met(file, hilde)).toMatchObject({ standing: 'coordinator', reason: 'close_case', only: true });
  expect(met(file, kari).reason, 'it waits for another').toBeUndefined();
  expect(met(file, hilde, { coordinators: [kari, petter] }), 'another coordinator is the second person').toMatchObject({ standing: 'not_granted', only: false });
  expect(met(file, hilde, { coordinators: [kari, petter], out: [petter] }).standing, 'who is inhabil is none').toBe('coordinator');
});

test('where there is no reserve either it is on the day of whoever proposed it, and its deadline runs: nobody would remember it', () => {
  const file = closing();
  expect(met(file, kari, { reserve: null })).toMatchObject({ reason: 'nobody_closes', clocks: ['CLOSING'] });
  expect(met(file, kari, { out: [hilde] }).reason, 'the reserve is inhabil').toBe('nobody_closes');
});
