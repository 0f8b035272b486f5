import type { ReactElement } from 'react';
import { renderDocument } from '../ui/document.tsx';

export function html(page: ReactElement, status = 200): Response {
  return new Response(renderDocument(page), { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
