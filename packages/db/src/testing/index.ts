export { createTestDb, type TestDb } from "./create-test-db.ts";
export { aClass, anAssignment, anAttempt, anEnrollment, anItemVersion, aUser } from "./factories.ts";
