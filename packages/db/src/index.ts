import "server-only";

export { createDb, type Db, type Tx } from "./client.ts";

export { eraseAccount, findPasswordHash, removeHalfRegistered, setLocale } from "./queries/account.ts";
export {
  createAssignment,
  findClassAssignment,
  findMyAssignment,
  isModuleAssigned,
  listAssignments,
  listBoard,
  listStandings,
  type Assignment,
  type Standing,
} from "./queries/assignment.ts";
export {
  findOpenAttempts,
  findOverdueAttempts,
  findOwnAttempt,
  findStartedAttempt,
  insertAttempt,
  listAttempts,
  listSlots,
  lockAttempt,
  type Attempt,
  type AttemptSlot,
  type AttemptTarget,
} from "./queries/attempt.ts";
export { recordCheckAnswer } from "./queries/check.ts";
export { createClass, findClass, findRole, joinClass, listClasses, listRoster } from "./queries/classroom.ts";
export { findDraft, listDrafts, saveDraft, type Draft } from "./queries/draft.ts";
export { findKeyedVersions, storeItemVersions, type KeyedVersion } from "./queries/item.ts";
export { listProgress, recordProgress } from "./queries/progress.ts";
export { consumeRate, resetRate, type RateRule } from "./queries/rate-limit.ts";
export { listResults, recordSubmission, type SlotResult, type SlotSubmission } from "./queries/submission.ts";
export { inTransaction } from "./transaction.ts";
