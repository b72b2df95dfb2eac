/** The reports that only CI asks for, together: they are loaded with the first of them. */
export { githubReport } from './github.ts';
export { gitlabReport } from './gitlab.ts';
export { junitReport } from './junit.ts';
export { sarifReport } from './sarif.ts';
