const SITE = 'http://localhost:4321';

const answer = await fetch(`${SITE}/api/v1/limits/babar-2014-dark-photon.json`);
const limit = await answer.json();

const { mass, value } = limit.numbers;
const lowest = value.indexOf(Math.min(...value));

console.log(`${limit.label}, ${limit.reference.key}, ${limit.rows} points`);
console.log(`lowest epsilon ${value[lowest].toFixed(6)} at ${mass[lowest].toFixed(4)} GeV`);
