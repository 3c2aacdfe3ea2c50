import { account } from "./account.ts";
import { classroom } from "./classroom.ts";
import { common } from "./common.ts";
import { course } from "./course.ts";
import { figures } from "./figures.ts";
import { home } from "./home.ts";
import { labs } from "./labs.ts";
import { progress } from "./progress.ts";
import { quiz } from "./quiz.ts";

export const en = { account, classroom, common, course, figures, home, labs, progress, quiz } as const;
