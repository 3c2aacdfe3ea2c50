import { NotFoundPane } from "#shared/errors/not-found-pane";

export default NotFoundPane;
