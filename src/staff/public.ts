export { askForLostComparisons, beginComparison, finishComparison, holdRegister } from './comparison.ts';
export { findColleague, listColleagues, type Member, type MemberWithRoles } from './directory.ts';
export { findSingleKeys } from './store.ts';
export { recused, type StaffName } from './recusal.ts';
export type { StaffSignIn } from './sign-in/flow.ts';
export { registerRows } from './vouched.ts';
