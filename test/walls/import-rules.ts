import type { Import } from './sources.ts';

/** The order of docs' «floors»: an earlier module never imports a later one. kernel stands before all of them. */
export const MODULES = [
  'regions', 'staff', 'people', 'reports', 'consultations', 'cases', 'privacy', 'notices', 'shelter', 'plan', 'cooperation', 'outreach', 'finance', 'guidance', 'learning',
  'statistics', 'returns', 'documents', 'web',
] as const;

/** Put the parts together, and so may import anything: the processes, the launcher, the jobs, the tools, the demo. */
const COMPOSES = /^(src\/[^/]+\.tsx?|src\/(launch|jobs|setup|tools)\/.*|db\/.*|test\/.*|bench\/.*)$/;
/** The two web applications put pages together; they still meet modules in what those show. */
const APPLICATION = /^src\/web\/(public|staff)\/|^src\/web\/(routes|staff-page)\.tsx?$/;

/** Where a module meets those after it: the few names of public.ts, and literals. */
const MEETING = /^src\/[a-z-]+\/(public|codes|tables)\.ts$/;

/**
 * What the public process needs of a module. It holds no key and reads no table, so it cannot take the names of public.ts,
 * which bring the stores along. None of these files may load a store (see «the public process»).
 */
export const PUBLIC_PROCESS_WINDOWS: readonly string[] = [
  'src/regions/site.ts', 'src/regions/texts/site.ts', 'src/regions/published.ts', 'src/regions/opening-hours.ts', 'src/regions/texts/opening-hours.ts',
  'src/reports/intake.ts', 'src/reports/form/plan.ts', 'src/reports/form/read.ts',
  'src/reports/window/content.ts', 'src/reports/window/message.ts', 'src/reports/window/unnamed.ts', 'src/reports/window/reply.ts',
  'src/regions/senders.ts', 'src/reports/api/documents.ts', 'src/reports/api/read.ts',
  'src/reports/expert/content.ts', 'src/reports/expert/answer.ts',
  'src/reports/share/decide.ts', 'src/reports/share/read.ts', 'src/reports/share/to-form.ts',
];

/** Files that do something although their name is none of commands, queries, store, public, tables, pages. */
const DOING: Readonly<Record<string, string>> = {
  'src/reports/file.ts': 'says how a report’s state is stored', 'src/cases/file.ts': 'says how a case’s state is stored', 'src/consultations/file.ts': 'says how a consultation’s state is stored',
  'src/reports/intake.ts': 'the public process’s calls to the database', 'src/staff/directory.ts': 'opens the sealed names of the staff register',
  'src/staff/contacts.ts': 'opens and seals where the staff are told', 'src/notices/record.ts': 'a message’s place and its row',
  'src/staff/vouched.ts': 'reads and writes the register under its MACs', 'src/staff/comparison.ts': 'asks for comparisons and ends them',
};
const DOING_PLACES = /^src\/[a-z-]+\/((commands|queries|store|public|tables)(\.ts$|\/)|pages\/|sign-in\/)/;

export type Part = 'kernel' | 'ui' | 'web' | 'application' | 'local-provider' | 'composes' | 'store' | 'pages' | 'rule' | 'doing';

/** Which kind of part a file is. `rule`: facts and rules, access, words, codes: pure. */
export function partOf(path: string): Part {
  if (COMPOSES.test(path)) return 'composes';
  if (path.startsWith('src/kernel/')) return 'kernel';
  if (path.startsWith('src/local-provider/')) return 'local-provider';
  if (path.startsWith('src/web/ui/')) return 'ui';
  if (APPLICATION.test(path)) return 'application';
  if (path.startsWith('src/web/')) return 'web';
  if (/^src\/[a-z-]+\/(store(\.ts$|\/)|sign-in\/session-store\.ts$)/.test(path)) return 'store';
  if (/^src\/[a-z-]+\/(sign-in\/)?pages\//.test(path)) return 'pages';
  return DOING_PLACES.test(path) || path in DOING ? 'doing' : 'rule';
}

export function moduleOf(path: string): string {
  return /^src\/([a-z-]+)\//.exec(path)?.[1] ?? '';
}

/** Packages, and who may use them. Node's own modules count as one. */
const PACKAGES: readonly { readonly name: RegExp; readonly where: readonly Part[]; readonly also?: RegExp }[] = [
  { name: /^(pg|kysely|graphile-worker)$/, where: ['kernel', 'store', 'composes'], also: /^src\/reports\/intake\.ts$|^src\/web\/public\/reach\.ts$/ },
  { name: /^(hono|@hono\/node-server)(\/|$)/, where: ['application', 'web', 'composes'], also: /^src\/staff\/sign-in\/hono\.ts$/ },
  { name: /^(react|react-dom)(\/|$)/, where: ['ui', 'web', 'application', 'pages', 'local-provider', 'composes'] },
  { name: /^openid-client$/, where: ['composes'], also: /^src\/staff\/sign-in\// },
  { name: /^nodemailer(\/|$)/, where: ['kernel', 'composes'] },
  { name: /^jose$/, where: ['composes'], also: /^src\/web\/public\/api\/|^src\/staff\/sign-in\// },
  { name: /^(oidc-provider|koa)$/, where: ['local-provider'] },
  { name: /^@hpke\/|^@node-rs\//, where: ['kernel'] },
  { name: /^(node:)?(fs|net|http|https|http2|tls|dgram|child_process|worker_threads|cluster|os)(\/|$)/, where: ['kernel', 'web', 'application', 'local-provider', 'composes'] },
];

const STORE_OR_DATABASE = /^src\/(kernel\/(database\/|door\.ts|context\.ts|journal\/(file|store)\.ts|keyring\.ts|queue\/|postgres\/)|[a-z-]+\/(store(\.ts$|\/)|commands|queries))/;

/** Why this import may not be; undefined where it may. */
export function importFault(one: Import): string | undefined {
  const from = partOf(one.from);
  if (from === 'composes') return undefined;
  if (!one.to.startsWith('src/')) return packageFault(one, from);
  const own = moduleOf(one.from);
  const other = moduleOf(one.to);
  if (partOf(one.to) === 'composes') return 'only the processes put things together; nothing imports them';
  if (other === 'local-provider' && own !== other) return 'the local sign-in provider is a process of its own, for demo and tests';
  return (own === other || other === 'kernel' ? undefined : meetingFault(one, from)) ?? insideFault(one, from);
}

function packageFault(one: Import, from: Part): string | undefined {
  if (/^(test|db|bench)\//.test(one.to)) return 'the product does not import its tests or its demo';
  const rule = PACKAGES.find(({ name }) => name.test(one.to));
  if (rule === undefined || rule.where.includes(from) || rule.also?.test(one.from) === true) return undefined;
  if (one.typeOnly && one.from.endsWith('/tables.ts')) return undefined;
  return `${one.to} is not for a ${from}`;
}

function meetingFault(one: Import, from: Part): string | undefined {
  const own = moduleOf(one.from);
  const other = moduleOf(one.to);
  if (from === 'kernel') return 'kernel knows no word of the domain';
  if (from === 'local-provider') return 'the local sign-in provider stands alone';
  if (from === 'ui') return 'components know the kernel and themselves';
  if (other === 'web') return from === 'pages' ? undefined : 'only pages show anything';
  if (MODULES.findIndex((name) => name === other) > MODULES.findIndex((name) => name === own)) return `${own} comes before ${other}`;
  if (MEETING.test(one.to)) return undefined;
  const forPublic = PUBLIC_PROCESS_WINDOWS.includes(one.to) && (from === 'application' || from === 'pages');
  if (forPublic || (from === 'application' && partOf(one.to) === 'pages')) return undefined;
  return `modules meet in public.ts; this is inside ${other}`;
}

function insideFault(one: Import, from: Part): string | undefined {
  if (from === 'pages' && /^src\/(kernel\/database\/|[a-z-]+\/store(\.ts$|\/))/.test(one.to)) return 'a page asks a query, not a store or the database';
  if (from === 'rule' && STORE_OR_DATABASE.test(one.to)) return 'a rule is a pure function of what it is given';
  if (from === 'rule' && partOf(one.to) === 'doing' && !/\/(public|tables)\.ts$/.test(one.to)) return 'a rule is a pure function of what it is given';
  if (from === 'store' && /\/(access|commands|queries|pages|door)(\.tsx?$|\/)/.test(one.to)) return 'a store answers questions; it does not decide, check or show';
  return undefined;
}
