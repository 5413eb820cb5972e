// The one statement of which Node the project runs on.
const NEEDED_MAJOR = 24;

/** A sentence when this Node is too old, else null. @param {string} version */
export function nodeProblem(version) {
  const major = Number(version.split('.')[0]);
  if (major >= NEEDED_MAJOR) return null;
  return (
    `dfs-planner needs Node ${NEEDED_MAJOR} or newer; this is Node ${version}. ` +
    'On Linux and Windows "npm ci" brings Node 24 along: start it with "npm start" or "npm run -s planner -- …". ' +
    'Elsewhere install Node 24 and try again. / ' +
    `Node ${NEEDED_MAJOR} 以降が必要です (現在 ${version})。`
  );
}
