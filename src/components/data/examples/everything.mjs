const SITE = 'http://localhost:4321';

const { limits } = await (await fetch(`${SITE}/api/v1/index.json`)).json();

const recent = limits.filter(
  ({ status, kinds, year }) =>
    status === 'observed' && kinds.includes('ee-collider') && year >= 2020,
);
const counts = {};
for (const { portal } of recent) counts[portal] = (counts[portal] ?? 0) + 1;
for (const portal of Object.keys(counts).sort()) console.log(`${portal} ${counts[portal]}`);
