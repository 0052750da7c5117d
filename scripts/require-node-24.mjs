/** Stops with a message unless Node 24 runs: the version that GitHub's runner gives the action. Imported by all that runs the sources or dist/, to test or to measure. */
const major = Number(process.versions.node.split('.')[0]);
if (major !== 24) {
  console.error(
    `mint-token: the tests need Node 24, the version that GitHub's runner gives the action; this is ${process.version} (${process.execPath}).\n` +
      'On Linux and Windows on x64 and on Linux on arm64, `npm ci` installs it beside the other packages, also where the machine has another version; elsewhere install Node 24 first.',
  );
  process.exit(1);
}
