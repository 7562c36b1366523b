/**
 * A function whose result is made once for each thing it is asked about, and kept as long as that thing is: for
 * what never changes and is asked for again and again.
 * @param make throws where it cannot; then it is tried again the next time
 */
export function onceFor<K extends object, V>(make: (thing: K) => V): (thing: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (thing) => {
    let kept = made.get(thing);
    if (kept === undefined) {
      kept = { value: make(thing) };
      made.set(thing, kept);
    }
    return kept.value;
  };
}
