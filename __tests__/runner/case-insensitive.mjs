/**
 * Sets an entry of a map whose names do not differ by case. The spelling of the first use stays, as in the runner's own
 * dictionaries (`StringComparer.OrdinalIgnoreCase`): a state saved as `Id` and again as `ID` reaches post as `STATE_Id`.
 *
 * @template Value
 * @param {Map<string, Value>} map
 * @param {string} name
 * @param {Value} value
 * @returns {void}
 */
export function setIgnoringCase(map, name, value) {
  const wanted = name.toUpperCase();
  for (const known of map.keys()) {
    if (known.toUpperCase() === wanted) {
      map.set(known, value);
      return;
    }
  }
  map.set(name, value);
}

/**
 * Reads an entry of a map whose names do not differ by case.
 *
 * @template Value
 * @param {ReadonlyMap<string, Value>} map
 * @param {string} name
 * @returns {Value | undefined}
 */
export function getIgnoringCase(map, name) {
  const wanted = name.toUpperCase();
  for (const [known, value] of map) {
    if (known.toUpperCase() === wanted) {
      return value;
    }
  }
  return undefined;
}
