import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { keptElse } from '../../staff/public.ts';
import { mayReadCase, maySeeInList, standing } from '../access.ts';
import { askedLine, workedFor, type AskedCase, type Asker, type Known } from '../commands/asked.ts';
import { closedAlone } from '../commands/closed-alone.ts';
import { findCases, listHeldAmong, type CaseLine } from '../store/read.ts';
import type { DayAside } from './models.ts';
import { judged } from './rows.ts';

export type Aside = Pick<DayAside, 'kind' | 'count'> & { readonly asked: AskedCase };

/** What stands beside the work of this person's day; gone when the text is taken in, or a leader has gone through the closing. */
export async function asidesFor(ctx: Context, asker: Asker): Promise<readonly Aside[]> {
  return [...await leftIn(ctx, asker), ...await closedAloneFor(ctx, asker)];
}

/** Judged in clear, as the page of the case judges it: no journal is opened for a line that shows no content. */
async function leftIn(ctx: Context, asker: Asker): Promise<Aside[]> {
  const texts = await keptElse(ctx, asker.userId);
  const held = await listHeldAmong(ctx.tx, ctx.regionId, texts.map(({ fileId }) => fileId));
  const about = texts.map(({ userId, fileId }) => ({ userId, cases: [fileId, ...held.filter((one) => one.report_id === fileId).map((one) => one.file_id)] }));
  const cases = judged(asker, await findCases(ctx.tx, ctx.regionId, [...new Set(about.flatMap((one) => one.cases))], asker)).filter(takesIn);
  const lost = new Map<UserId, ReadonlySet<FileId>>();
  for (const userId of cases.length === 0 ? [] : new Set(about.map((one) => one.userId))) lost.set(userId, await lostTo(ctx, userId, cases.map(({ facts }) => facts.fileId), asker));
  return cases.flatMap((asked): Aside[] => {
    const count = about.filter((one) => one.cases.includes(asked.facts.fileId) && lost.get(one.userId)?.has(asked.facts.fileId) === true).length;
    return count === 0 ? [] : [{ kind: 'left_text', asked, count }];
  });
}

/** Whoever leads it, or coordinates what nobody leads; of what was merged, whoever has the case that it went into. */
export function takesIn({ line, facts, actor, asker }: AskedCase): boolean {
  const leads = facts.lead === asker.userId || (facts.lead === undefined && standing(actor, facts, asker.now) === 'coordinator');
  return leads && line.status !== 'SAMMENSLATT' && mayReadCase(actor, facts, asker.now).allow;
}

/** Those of these cases that a colleague may not read any more. */
export async function lostTo(ctx: Context, userId: UserId, files: readonly FileId[], asker: Asker): Promise<ReadonlySet<FileId>> {
  const writer = asker.colleagues.find((one) => one.userId === userId);
  if (writer === undefined || writer.disabled) return new Set(files);
  return new Set((await findCases(ctx.tx, ctx.regionId, files, writer)).filter((line) => hasLost(writer, line, asker)).map((line) => line.file_id));
}

/** What somebody typed is theirs alone while they may read the case, and while all that is missing is their answer to the question. @param line the case as the writer meets it */
export function hasLost(writer: Known, line: CaseLine, asker: Asker): boolean {
  const { userId, token, roles, supervisions, municipalityId } = writer;
  const municipalities = roles.includes('TILSYN') ? writer.supervises : workedFor(municipalityId ?? undefined, asker.region);
  const { actor, facts } = askedLine({ ...asker, userId, token, roles, isReserve: asker.reserve === userId, municipalities, supervisions }, line);
  const reads = mayReadCase(actor, facts, asker.now);
  return !reads.allow && reads.because !== 'impartiality_first';
}

/** For the coordinators and the reserve, but whoever closed it: it stands until a leader has gone through it. The reserve is told of it (decision 0092), and sees no more than that it is so. */
async function closedAloneFor(ctx: Context, asker: Asker): Promise<Aside[]> {
  if (!asker.roles.includes('KOORDINATOR') && !asker.isReserve) return [];
  const alone = (await closedAlone(ctx)).filter(({ by }) => by !== asker.userId).map(({ fileId }) => fileId);
  return judged(asker, await findCases(ctx.tx, ctx.regionId, alone, asker)).filter(hearsOfIt).map((asked) => ({ kind: 'closed_alone', asked, count: 1 }));
}

export function hearsOfIt({ facts, actor, asker }: AskedCase): boolean {
  return !facts.excluded && ((asker.isReserve && !facts.strict) || maySeeInList(actor, facts, asker.now).allow);
}
