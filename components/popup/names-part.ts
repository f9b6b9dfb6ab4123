export { rowName, subjectName } from "../../utils/copy/names.ts";
