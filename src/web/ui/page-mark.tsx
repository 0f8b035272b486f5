import { createContext, useContext } from 'react';

const MarkContext = createContext<{ readonly name: string; readonly mark: string } | undefined>(undefined);

/** Set around a staff page: every form inside says whose page it was on, so that what is typed is never somebody else's. */
export const Marked = MarkContext.Provider;

/** The field in which a form says which of its fields nobody fills in, by their names. */
export const GIVEN_FIELD = 'gitt';

/** Beside the other fields of a form; nothing on pages without a mark. @param given names of the fields that are posted unseen */
export function MarkField({ given }: { readonly given: readonly string[] }) {
  const marked = useContext(MarkContext);
  if (marked === undefined) return null;
  return (
    <>
      <input type="hidden" name={marked.name} value={marked.mark} autoComplete="off" data-mark="" />
      {given.length === 0 ? null : <input type="hidden" name={GIVEN_FIELD} value={given.join(' ')} autoComplete="off" />}
    </>
  );
}
