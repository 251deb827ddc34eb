// The whole life of every widget, by the clicks that a reader would make. `seen.steps` gets what has happened, by the widgets' own word.

/** Waits for an event that an act causes. */
const after = (act, target, type) =>
  new Promise((resolve) => {
    target.addEventListener(type, resolve, { once: true });
    act?.();
  });

const $ = (selector, root = document) => root.querySelector(selector);
const inside = (host, selector) => $(selector, host.shadowRoot);
const words = (host) => host.shadowRoot.textContent.replace(/\s+/g, ' ');
const task = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
const step = (name, is = true) => globalThis.seen.steps.push(is ? name : `not ${name}`);

/** Until every element, however deep, has rendered. */
async function settled() {
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  for (const one of all(document)) await one.updateComplete;
  await task();
}

/** A card asks for its film when it is near the window. */
const come = (card) => {
  card.scrollIntoView();
  return card.state === 'loading' && after(null, card, card.id === 'cut-off' ? 'film-error' : 'film-load');
};

async function rate(rating, value) {
  await after(() => inside(rating, `input[value="${value}"]`).click(), rating, 'change');
  await rating.updateComplete;
}

async function load() {
  for (const card of document.querySelectorAll('film-card')) await come(card);
  await settled();
  step('the film is shown', words($('#fetched')).includes('Her'));
  step('the inline film is shown', words($('#inline')).includes('Inline'));
  step('half a film is refused', $('#cut-off').state === 'failed');
  step('a wrong film is refused', $('#wrong').state === 'invalid');
}

async function vote() {
  const rating = inside($('#fetched'), 'star-rating');
  await rate(rating, 4);
  step('a vote is kept', words(rating).includes('Your rating: 4'));

  const refusing = $('#refused');
  let answers = 0;
  refusing.addEventListener('vote', (event) =>
    event.respondWith(
      answers++
        ? Promise.resolve({ value: 2, average: 3, count: 7 })
        : Promise.reject(Object.assign(new Error('no'), { code: 'unavailable' })),
    ),
  );
  await after(() => inside(refusing, 'input[value="2"]').click(), refusing, 'vote-error');
  await refusing.updateComplete;
  step('a vote is refused', words(refusing).includes('could not be saved'));
  await after(() => inside(refusing, '[part=retry]').click(), refusing, 'change');
  await refusing.updateComplete;
  step('the second try counts', words(refusing).includes('7 votes'));

  const field = $('#field');
  await rate(field, 3);
  step('the form has it', new FormData($('form')).get('stars') === '3');
  $('form').reset();
  step('the form forgets it', field.value === null);
  for (const [name, value] of [
    ['max', 8],
    ['highlight', 'only'],
    ['average', 5.5],
    ['readonly', true],
    ['locked', 'Closed'],
  ]) {
    $('#ten')[name] = value;
    await $('#ten').updateComplete;
  }
  step('ten stars become eight', words($('#ten')).includes('5.5 out of 8'));
}

async function expand() {
  const review = $('review-excerpt');
  await after(() => inside(review, '[part=toggle]').click(), review, 'excerpt-toggle');
  await settled();
  step('a review is opened', inside(review, '[part=toggle]').getAttribute('aria-expanded') === 'true');
  const trivia = inside($('#inline'), '[part=trivia] button');
  trivia.click();
  await settled();
  step('more is told', trivia.getAttribute('aria-expanded') === 'true');
}

async function fail() {
  const card = $('#cut-off');
  await after(() => inside(card, '[part=retry]').click(), card, 'film-error');
  step('half a film is refused again', card.state === 'failed');
  await after(() => (card.src = '/film.json'), card, 'film-load');
  step('a whole one is not', card.state === 'ready');
}

async function change() {
  const { style } = document.documentElement;
  style.colorScheme = 'dark';
  style.setProperty('--film-widgets-accent', 'rgb(1, 2, 3)');
  style.setProperty('--star-rating-size', '40px');
  await settled();
  step("the theme is the page's", inside($('#field'), '[part=stars]').getBoundingClientRect().height === 40);
  for (const card of document.querySelectorAll('film-card')) {
    card.layout = card.layout === 'compact' ? 'full' : 'compact';
    card.sections = card.id === 'inline' ? 'title rating trivia' : null;
  }
  await settled();
  document.documentElement.lang = 'de';
  await settled();
  step('it speaks German', words($('#refused')).includes('7 Stimmen'));
  document.documentElement.lang = 'ar';
  document.documentElement.dir = 'rtl';
  await settled();
  step('it speaks Arabic', /\p{Script=Arabic}/u.test(words($('#refused'))));
}

async function go() {
  for (const card of document.querySelectorAll('film-card')) {
    document.body.append(card); // a move
    await settled();
    card.remove();
  }
  step('all are gone', !$('film-card'));
}

addEventListener('DOMContentLoaded', async () => {
  try {
    for (const part of [load, vote, expand, fail, change, go]) await part();
  } catch (error) {
    step(`${error?.stack ?? error}`);
  }
  await fetch('/icon.svg'); // reports of a policy come in a task of their own
  globalThis.seen.over = true;
});
