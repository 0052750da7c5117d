import { known } from './known-secrets.js';
import { formsOf, SHORTEST_FORM } from './secret-forms.js';

/** The forms of a secret that were not known yet, and are from now on, in the order in which a runner is told of them. */
export function learnForms(secret: string): readonly string[] {
  const forms = formsOf(secret);
  // An earlier secret that is part of this one is replaced first by most runners, which leaves this one torn.
  const torn = forms.map(known.replaceInTurn);
  return forms.flatMap((form, index) => {
    const rest = torn[index] ?? form;
    const left = rest !== form && rest.length >= SHORTEST_FORM ? [rest] : [];
    return [form, ...left].filter((text) => known.add(text));
  });
}
