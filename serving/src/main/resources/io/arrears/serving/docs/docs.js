// Renders /openapi as a page. Everything is set as text, never as HTML.
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const nameOf = (reference) => reference.split('/').pop();

const typeNode = (schema) => {
  if (!schema) return make('span', { class: 'muted' }, 'bytes');
  if (schema.$ref) return make('a', { href: '#schema-' + nameOf(schema.$ref) }, nameOf(schema.$ref));
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) {
    const span = make('span');
    alternatives.forEach((one, i) => span.append(i ? ' or ' : '', typeNode(one)));
    return span;
  }
  if (schema.type === 'array') return make('span', {}, 'list of ', typeNode(schema.items));
  const type = [schema.type ?? 'any'].flat().join(' or ');
  const format = schema.format ? ` (${schema.format})` : '';
  const codes = schema.enum ? ': ' + schema.enum.join(', ') : '';
  return make('span', {}, type + format + codes);
};

const table = (heads, rows) => make('table', {},
  make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
  make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell))))));

const bodies = (content) => Object.entries(content ?? {}).map(([type, body]) =>
  make('p', {}, make('code', {}, type), ' ', body.schema ? typeNode(body.schema) : ''));

const operationNode = (path, method, operation) => {
  const body = make('div');
  const roles = operation['x-roles'];
  body.append(make('p', { class: 'muted' }, roles ? 'Roles: ' + roles.join(', ') : 'No key needed'));
  if (operation.parameters?.length) {
    body.append(table(['parameter', 'in', 'type', ''], operation.parameters.map((one) =>
      [make('code', {}, one.name), one.in, typeNode(one.schema), one.description ?? ''])));
  }
  if (operation.requestBody) body.append(make('strong', {}, 'Takes'), ...bodies(operation.requestBody.content));
  body.append(make('strong', {}, 'Answers'));
  body.append(table(['status', 'meaning', 'body'], Object.entries(operation.responses).map(([status, answer]) =>
    [status, answer.description, make('span', {}, ...bodies(answer.content))])));
  const node = make('details', { id: operation.operationId },
    make('summary', {}, make('span', { class: 'method' }, method.toUpperCase()),
      make('span', { class: 'path' }, path), make('span', { class: 'muted' }, operation.summary)), body);
  node.dataset.text = [path, method, operation.summary, ...(roles ?? [])].join(' ').toLowerCase();
  return node;
};

const schemaNode = (name, schema) => {
  const body = make('div');
  if (schema.description) body.append(make('p', {}, schema.description));
  if (schema.properties) {
    const required = new Set(schema.required ?? []);
    body.append(table(['field', 'type', ''], Object.entries(schema.properties).map(([field, one]) =>
      [make('code', {}, field + (required.has(field) ? ' *' : '')), typeNode(one), one.description ?? ''])));
  } else {
    body.append(typeNode(schema));
  }
  return make('details', { id: 'schema-' + name }, make('summary', {}, make('code', {}, name)), body);
};

const render = (api) => {
  const main = document.getElementById('operations');
  main.replaceChildren();
  const byTag = new Map();
  const codes = new Set();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0];
      if (!byTag.has(tag)) byTag.set(tag, []);
      byTag.get(tag).push(operationNode(path, method, operation));
      for (const [status, answer] of Object.entries(operation.responses)) {
        if (Number(status) >= 400) answer.description.split(', ').forEach((code) => codes.add(`${code} ${status}`));
      }
    }
  }
  for (const [tag, nodes] of byTag) main.append(make('section', {}, make('h2', {}, tag), ...nodes));
  document.getElementById('codes').append(...[...codes].sort().map((line) => {
    const [code, status] = line.split(' ');
    return make('li', { id: code }, make('code', {}, code), ' ' + status);
  }));
  document.getElementById('schemas').append(
    ...Object.entries(api.components.schemas).map(([name, schema]) => schemaNode(name, schema)));
};

const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target) {
    target.open = true;
    target.scrollIntoView();
  }
};

document.getElementById('filter').addEventListener('input', (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  for (const node of document.querySelectorAll('main details')) node.hidden = !node.dataset.text.includes(wanted);
  for (const section of document.querySelectorAll('main section')) {
    section.hidden = !section.querySelector('details:not([hidden])');
  }
});
addEventListener('hashchange', openTarget);

try {
  const answer = await fetch('/openapi');
  if (!answer.ok) throw new Error('status ' + answer.status);
  render(await answer.json());
  openTarget();
} catch (failure) {
  document.getElementById('operations').replaceChildren(
    make('p', { role: 'alert' }, 'The document could not be read (' + failure.message + '). Reload to try again.'));
}
