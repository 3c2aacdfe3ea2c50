export const home = {
  title: "To understand a language model, run one.",
  lede: "An open course in Chinese and English.<br></br> Every idea comes with a lab that really computes, in your browser, no account needed.",
  roll: {
    label: "One token at a time",
    temperature: "Temperature: how flat",
    draw: "Draw again",
    odds: "the chance of this one was <live>{chance}</live>",
    before: "drawn before",
    figure: "Eight candidates end to end; the random number u = {u} falls on “{word}”, which has probability {chance}.",
    caption:
      "<b>One question, different answers.</b> Each segment is as wide as one candidate’s probability; the line is the random number u, and whatever it lands on is said. The shares are the ones we wrote our training sentences by, not a model’s output; the model is in the lesson.",
    lesson: "Open the lesson",
    table: "View as a table",
    candidate: "candidate",
    probability: "probability",
  },
  course: {
    title: "The course",
    about:
      "It walks through the GPT-3 paper, <i>Language Models are Few-Shot Learners</i>, and checks every number on the way.",
    lessons: "{count, plural, one {# lesson} other {# lessons}}",
    written: "{written} of {count} lessons written",
  },
  rules: {
    title: "House rules",
    canned: {
      name: "Nothing is canned",
      text: "Every number in blue was computed on this device just now. If a curve is flat, it is drawn flat.",
    },
    apart: {
      name: "Paper apart from ours",
      text: "What the paper printed is a black square, what we measured a blue circle, and they never share an axis.",
    },
    kept: {
      name: "No answer is lost",
      text: "Answers work offline: kept on the device first, sent when the network is back. Sign up later and it all comes along.",
    },
    rank: {
      name: "Two languages, one rank",
      text: "One lesson, one question, one record of progress; switch at any point.",
    },
  },
  teach: {
    title: "Teach a class",
    about: "One command installs it, database included.",
    classes: "Start a class, or enter a class code",
  },
} as const;
