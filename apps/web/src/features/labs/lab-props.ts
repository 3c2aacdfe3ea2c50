import type { Locale } from "@fewshot/quiz";

/** One mission of a lab: what the learner is asked, and the state in which it counts as done. */
export interface LabMission {
  id: string;
  /** In the reader's language. */
  text: string;
  /** The end state, in the closed language of `parseEnd`. */
  end: string;
}

/** What every lab component is given. Embedded in a lesson, the words come from the lesson; alone, from the messages. */
export interface LabProps {
  /** A named starting state. An unknown name is the lab's own default. */
  preset: string;
  locale: Locale;
  missions?: readonly LabMission[];
  /** The question to bet on. */
  bet?: string;
  /** What the lesson says was seen; shown after the sentence with the live numbers. */
  seenText?: string;
  /** Called once per mission, when its end state is first reached. */
  onMission?: (id: string) => void;
  /** True on the lab's own page: only there does the lab read and write the URL fragment. */
  standalone: boolean;
}
