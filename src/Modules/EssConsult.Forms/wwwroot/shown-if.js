// Shows a question when an earlier answer asks for it. Without this script every question is shown, and the server asks for no more.

/** @typedef {{ Field: string, Operator: string, Values: string[], CaseSensitive: boolean }} Rule */

/** @param {HTMLFormElement} form @param {string} name */
const answer = (form, name) => new FormData(form).getAll(name).join(',');

/** @param {Rule} rule @param {string} given */
const holds = (rule, given) => {
  const same = (/** @type {string} */ text) => (rule.CaseSensitive ? text : text.toLowerCase());
  const [value, values] = [same(given), rule.Values.map(same)];
  switch (rule.Operator) {
    case 'Is': return values.includes(value);
    case 'IsNot': return !values.includes(value);
    case 'Empty': return value === '';
    case 'NotEmpty': return value !== '';
    case 'Contains': return values.some(part => value.includes(part));
    case 'DoesNotContain': return !values.some(part => value.includes(part));
    case 'StartsWith': return values.some(part => value.startsWith(part));
    case 'EndsWith': return values.some(part => value.endsWith(part));
    case 'GreaterThan': return values.some(limit => value !== '' && Number(value) > Number(limit));
    case 'LessThan': return values.some(limit => value !== '' && Number(value) < Number(limit));
    default: return false;
  }
};

/** @param {HTMLFormElement} form */
const update = form => {
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-shown-if]'))) {
    const { Hides, Groups } = JSON.parse(question.dataset.shownIf ?? '');
    const applies = Groups.some((/** @type {Rule[]} */ rules) => rules.every(rule => holds(rule, answer(form, rule.Field))));
    question.hidden = Hides === applies;
  }
};

for (const form of new Set([...document.querySelectorAll('[data-shown-if]')].map(question => question.closest('form')))) {
  if (form) {
    form.addEventListener('input', () => update(form));
    form.addEventListener('change', () => update(form));
    update(form);
  }
}
