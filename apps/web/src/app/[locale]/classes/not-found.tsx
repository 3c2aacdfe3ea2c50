import { ClassNotFound } from "#features/classroom/class-not-found";

export default ClassNotFound;
