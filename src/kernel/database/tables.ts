/**
 * Every table a store may touch, by its full name. Each module adds its own by declaration merging in its `tables.ts`:
 * `declare module '../kernel/database/tables.ts' { interface Tables { 'app.thing': ThingTable } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the modules
export interface Tables {}
