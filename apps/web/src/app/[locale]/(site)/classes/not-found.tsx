import { NotFoundPane } from "#shared/errors/not-found-pane";

export default function NotFound() {
  return <NotFoundPane of="classroom" href="/classes" />;
}
