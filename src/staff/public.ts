export { findColleague, listColleagues, type Member, type MemberWithRoles } from './directory.ts';
export { recused } from './recusal.ts';
export type { StaffSignIn } from './sign-in/flow.ts';
