// A host that answers votes itself, in whatever way is chosen on the page.

const answers = document.querySelector('#answers');
const log = document.querySelector('#log');

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
/** What a host's own error may look like: the `code` is all that the widget needs. */
const refusal = (code, more) => Object.assign(new Error(`refused: ${code}`), { code, ...more });

/** What the host has counted: the sum and number of everybody else's votes, and the reader's own. */
const others = { sum: 4.2 * 131, count: 131 };
function count({ value }) {
  const sum = others.sum + (value ?? 0);
  const votes = others.count + (value === null ? 0 : 1);
  return { value, average: sum / votes, count: votes, kept: 'host' };
}

const ANSWERS = {
  success: async (vote) => count(vote),
  async slow(vote) {
    await wait(3);
    return count(vote);
  },
  async closed() {
    throw refusal('closed');
  },
  async 'login-required'() {
    throw refusal('login-required');
  },
  async 'rate-limited'() {
    throw refusal('rate-limited', { retryAfter: 5 });
  },
  async failure() {
    throw new Error('the database is at the cinema');
  },
  silence: () => new Promise(() => {}),
};

document.addEventListener('vote', (event) => {
  const { answer } = answers.elements;
  write('vote', event.detail);
  event.respondWith(ANSWERS[answer.value](event.detail));
});
document.addEventListener('vote-error', ({ detail }) => write('vote-error', detail));
document.addEventListener('change', ({ target }) => {
  if (target.matches('star-rating')) write('change', { value: target.value });
});

function write(type, detail) {
  const entry = document.createElement('li');
  const name = document.createElement('strong');
  name.textContent = type;
  entry.append(name, ` ${JSON.stringify(detail, null, 1)}`);
  log.prepend(entry);
}

const fresh = document.querySelector('star-rating').cloneNode();
document.querySelector('#again').addEventListener('click', () => {
  document.querySelector('star-rating').replaceWith(fresh.cloneNode());
  log.replaceChildren();
});
