import { accountRouter } from "./routers/account.ts";
import { assignmentRouter } from "./routers/assignment.ts";
import { checkRouter } from "./routers/check.ts";
import { classRouter } from "./routers/class.ts";
import { progressRouter } from "./routers/progress.ts";
import { quizRouter } from "./routers/quiz.ts";
import { createCallerFactory, createRouter } from "./trpc.ts";

export const appRouter = createRouter({
  account: accountRouter,
  assignment: assignmentRouter,
  check: checkRouter,
  class: classRouter,
  progress: progressRouter,
  quiz: quizRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures on the server, with the same checks as over HTTP. */
export const createCaller = createCallerFactory(appRouter);
