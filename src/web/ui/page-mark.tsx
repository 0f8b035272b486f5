import { createContext, useContext } from 'react';

const MarkContext = createContext<{ readonly name: string; readonly mark: string } | undefined>(undefined);

/** Set around a staff page: every form inside says whose page it was on, so that what is typed is never somebody else's. */
export const Marked = MarkContext.Provider;

/** Beside the other fields of a form; nothing on pages without a mark. */
export function MarkField() {
  const marked = useContext(MarkContext);
  return marked === undefined ? null : <input type="hidden" name={marked.name} value={marked.mark} autoComplete="off" data-mark="" />;
}
