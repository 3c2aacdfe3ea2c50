import { QuizNotFound } from "#features/quiz/quiz-not-found";

export default QuizNotFound;
