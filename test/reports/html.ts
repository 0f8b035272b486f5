import type { ReactElement } from 'react';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { wellNested } from '../support/nesting.ts';

/** A page as it is sent, and small looks into it. */
export const shown = (element: ReactElement) => wellNested(renderDocument(element));
/** As React writes a text into HTML. */
export const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#x27;');
export const count = (html: string, part: string) => html.split(part).length - 1;
export const values = (html: string, attribute: string) => [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map((hit) => hit[1] ?? '');
