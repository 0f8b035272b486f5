/** @param lock package-lock.json, version 3 */
export function sbomOf(lock: unknown): unknown;
