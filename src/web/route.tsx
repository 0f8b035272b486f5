import type { ReactElement } from 'react';
import type { Person } from '../kernel/actor.ts';
import type { Door, UseCase } from '../kernel/door.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { SealedObject } from '../kernel/sealing/object-key.ts';
import type { Lang } from '../kernel/texts.ts';
import type { Instant } from '../kernel/time.ts';
import type { KeptForm, PageMark, Unsent } from '../staff/public.ts';
import type { Form } from './http/form-body.ts';
import type { KeptWhy } from './kept-page.tsx';

/** What a route answers. Only HTML and files that a person asked for leave the building. */
export type Reply =
  /** `sent`: the form that was posted is done with, as when one goes on to another page */
  | { readonly kind: 'page'; readonly status: number; readonly page: ReactElement; readonly sent?: true }
  /** `machine`: several people use it from now on, or one */
  | { readonly kind: 'go'; readonly to: string; readonly machine?: 'shared' | 'own' }
  /** a sealed object is opened piece by piece while it is sent */
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly body: Uint8Array | SealedObject }
  | { readonly kind: 'saved' };

export type Colleague = { readonly name: string; readonly roleLabel: string };

/** What a staff page knows of its request. */
export type StaffRequest = {
  readonly person: Person;
  readonly colleague: Colleague;
  readonly regionName: string;
  /** takes over when everybody in reception is inhabil */
  readonly isReserve: boolean;
  readonly door: Door;
  readonly lang: Lang;
  readonly demo: boolean;
  /** false where this person has turned the keys of one letter off; else they act */
  readonly singleKeys?: boolean | undefined;
  /** which ways out of the building are set up; undefined: none */
  readonly ways?: { readonly mail: boolean; readonly sms: boolean } | undefined;
  readonly now: Instant;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: Form;
  /** somebody filled in something of it, and did not only press a button */
  readonly typed?: boolean | undefined;
  /** set when a page is shown again because what was posted to it was refused: the form's values are kept */
  readonly refused: Refusal | undefined;
  /** several people use this machine; its screen locks */
  readonly shared?: boolean | undefined;
  /** may say whether they do */
  readonly maySayShared?: boolean | undefined;
  /** the page that a form was posted from */
  readonly mark?: PageMark | undefined;
  /** what the forms of this page carry, sealed */
  readonly marked?: string | undefined;
  /** this person's texts that were not sent */
  readonly unsent?: readonly Unsent[] | undefined;
  /** when what stands in the form was typed: it was fetched back */
  readonly fetched?: Instant | undefined;
  /** the mark of the page that a text was kept from: sent from here, it is sent */
  readonly remark?: ((kept: KeptForm) => Pick<StaffRequest, 'marked'>) | undefined;
};

export type Maker = 'show' | 'submit' | 'file' | 'save' | 'machine';

/** One entry of the route table. `access` names the use case whose rule judges it, or says why anyone may come. */
export type Route<Req> = {
  readonly maker: Maker;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: string;
  readonly handle: (request: Req) => Promise<Reply>;
  /** the page of a form, on which what was typed is shown again */
  readonly again?: Route<Req>;
  /** one's own words, where that page is out of reach */
  readonly keptPage?: (request: Req, why: KeptWhy) => ReactElement | undefined;
};

export type StaffRoute = Route<StaffRequest>;

const NOT_FOUND = 'not_found';

/** A page: one query in, one view out. What may not be seen answers as what does not exist. */
export function show<I, F, R>(parts: {
  path: string; query: UseCase<I, F, R> & { readonly kind: 'query' }; input: (request: StaffRequest) => unknown; view: (model: R, request: StaffRequest) => ReactElement;
}): StaffRoute {
  return {
    maker: 'show', method: 'GET', path: parts.path, access: parts.query.name,
    handle: async (request) => {
      const outcome = await request.door.enter(parts.query, request.person, parts.input(request));
      if (!outcome.ok) throw new NotHere(outcome.code);
      return { kind: 'page', status: request.refused === undefined ? 200 : 422, page: parts.view(outcome.value, request) };
    },
  };
}

/** A form: one command in, then on to another page; refused, the page it came from is shown again with everything kept. */
export function submit<I, F, R>(parts: {
  path: string; command: UseCase<I, F, R> & { readonly kind: 'command' }; input: (request: StaffRequest) => unknown; then: (value: R, request: StaffRequest) => string; again: StaffRoute;
}): StaffRoute {
  return {
    maker: 'submit', method: 'POST', path: parts.path, access: parts.command.name, again: parts.again,
    handle: async (request) => {
      const outcome = await request.door.enter(parts.command, request.person, parts.input(request));
      if (outcome.ok) return { kind: 'go', to: parts.then(outcome.value, request) };
      if (outcome.code === NOT_FOUND) throw new NotHere(outcome.code);
      return parts.again.handle({ ...request, refused: outcome });
    },
  };
}

/**
 * A file that a person asked for: one query in, its object out as an attachment, opened while it flows. What was asked for is written down before
 * the first byte leaves. Refused (nobody has looked at it yet, it is infected), the page it stands on is shown again with the reason.
 */
export function file<I, F, R extends SealedObject & { readonly name: string; readonly type: string }>(parts: {
  path: string; query: UseCase<I, F, R> & { readonly kind: 'query' }; input: (request: StaffRequest) => unknown; again: StaffRoute;
}): StaffRoute {
  return {
    maker: 'file', method: 'GET', path: parts.path, access: parts.query.name,
    handle: async (request) => {
      const outcome = await request.door.enter(parts.query, request.person, parts.input(request));
      if (outcome.ok) return { kind: 'file', name: outcome.value.name, type: outcome.value.type, body: { facts: outcome.value.facts, key: outcome.value.key } };
      if (outcome.code === NOT_FOUND || outcome.code === 'bad_input') throw new NotHere(outcome.code);
      return parts.again.handle({ ...request, refused: outcome });
    },
  };
}

/** A machine's address: sign-in callback, health, later the sender's API. Says why it needs no use case. */
export function machine<Req>(method: 'GET' | 'POST', path: string, access: string, handle: (request: Req) => Promise<Reply>): Route<Req> {
  return { maker: 'machine', method, path, access, handle };
}

/** Answered with the one "not found" page, whatever the reason. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}
