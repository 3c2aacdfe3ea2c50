import { NotFoundPane } from "#shared/errors/not-found-pane";

export default function NotFound() {
  return <NotFoundPane of="quiz" href="/course" />;
}
