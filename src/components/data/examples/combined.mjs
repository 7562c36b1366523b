const SITE = 'http://localhost:4321';
const MASS = 2; // GeV

const answer = await fetch(`${SITE}/api/v1/combined/dark-photon-visible.json`);
const { envelope, frontier } = (await answer.json()).scopes.ee.levels.all;

// Points of a run are joined by straight lines in log-log; nothing holds between runs.
for (const run of envelope) {
  const next = run.findIndex(([mass]) => mass > MASS);
  if (next < 1) continue;
  const [[low, a], [high, b]] = [run[next - 1], run[next]];
  const value = a * (b / a) ** (Math.log(MASS / low) / Math.log(high / low));
  const { limit } = frontier.find(({ from, to }) => from <= MASS && MASS < to);
  const paper = (await (await fetch(`${SITE}/api/v1/limits/${limit}.json`)).json()).reference.key;
  console.log(`epsilon < ${value.toFixed(6)} at ${MASS.toFixed(1)} GeV: ${limit}, ${paper}`);
}
