'use strict';
// Everything works without this script but the live console; it makes pages live, and some steps shorter.

const main = document.querySelector('main');
const pulse = document.querySelector('[data-connection]');

// Live pages: the server says that something changed, the page asks for itself again, and only what differs is touched,
// so that focus, scrolling and what is being typed stay as they are.

const keyOf = node => node.nodeType === Node.ELEMENT_NODE ? node.dataset.key ?? node.id : '';

function morph(from, to) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
    from.replaceWith(document.importNode(to, true));
    return;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  if (from.isEqualNode(to)) return;
  // What somebody opened, typed or chose is theirs.
  const kept = from.nodeName === 'DETAILS' ? ['open'] : ['INPUT', 'SELECT', 'TEXTAREA'].includes(from.nodeName) ? ['value', 'checked'] : [];
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !kept.includes(name)) from.removeAttribute(name);
  for (const { name, value } of [...to.attributes]) if (from.getAttribute(name) !== value && !kept.includes(name)) from.setAttribute(name, value);
  if (from.nodeName !== 'SELECT' || document.activeElement !== from) morphChildren(from, to);
}

function morphChildren(from, to) {
  const keyed = new Map([...from.childNodes].filter(keyOf).map(node => [keyOf(node), node]));
  let here = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const key = keyOf(wanted);
    const known = key ? keyed.get(key) : null;
    if (known) {
      if (known === here) here = here.nextSibling;
      else from.insertBefore(known, here);
      morph(known, wanted);
    } else if (key || !here || keyOf(here)) {
      from.insertBefore(document.importNode(wanted, true), here);
    } else {
      const next = here.nextSibling;
      morph(here, wanted);
      here = next;
    }
  }
  const wantedKeys = new Set([...to.childNodes].map(keyOf).filter(Boolean));
  while (here) {
    const next = here.nextSibling;
    here.remove();
    here = next;
  }
  for (const [key, node] of keyed) if (!wantedKeys.has(key)) node.remove();
}

const live = {
  source: null,
  paused: false,
  busy: false,
  again: false,

  get topics() { return main?.dataset.live ?? ''; },

  async refresh() {
    if (this.paused) return;
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (answer.redirected) { location.reload(); return; }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('main');
      if (fresh && !this.paused) morphChildren(main, fresh);
      const foot = page.querySelector('footer');
      if (foot) morph(document.querySelector('footer'), foot);
    } catch {
      // The source tells by itself that the server is gone.
    } finally {
      this.busy = false;
      if (this.again) { this.again = false; setTimeout(() => this.refresh(), 250); }
    }
  },

  open() {
    if (this.source || !this.topics) return;
    this.source = new EventSource('/live?topics=' + encodeURIComponent(this.topics) + '&seen=' + main.dataset.seen);
    let lost = false;
    this.source.addEventListener('hello', () => {
      say('Live', false);
      if (lost) this.refresh();
      lost = false;
    });
    this.source.addEventListener('changed', () => { say('Live', false); this.refresh(); });
    this.source.onerror = () => { lost = true; say('Not connected', true); };
  },

  // A browser gives one host few connections: a page that nobody sees needs none.
  close() {
    this.source?.close();
    this.source = null;
  },
};

function say(text, isLost) {
  if (!pulse) return;
  pulse.textContent = live.paused ? 'Paused' : text;
  pulse.classList.toggle('lost', isLost);
}

const pause = document.querySelector('[data-pause]');
if (pause && live.topics) {
  pause.hidden = false;
  pause.addEventListener('click', () => {
    live.paused = !live.paused;
    pause.setAttribute('aria-pressed', live.paused);
    say('Live', false);
    live.refresh();
  });
}
document.addEventListener('visibilitychange', () => {
  if (document.hidden) { live.close(); return; }
  live.open();
  live.refresh();
});
live.open();

// The theme is kept in a cookie, so that the server draws the page right at once.

const themes = ['system', 'light', 'dark'];
const themeSwitch = document.querySelector('[data-theme-switch]');
if (themeSwitch) {
  themeSwitch.hidden = false;
  themeSwitch.addEventListener('click', () => {
    const root = document.documentElement;
    const next = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
    root.dataset.theme = next;
    document.cookie = 'theme=' + next + '; path=/; max-age=31536000; samesite=lax';
    themeSwitch.textContent = 'Theme: ' + next;
  });
}

// A choice in a filter counts at once.

document.addEventListener('change', event => {
  const form = event.target.closest('form[data-submit]');
  if (form && (event.target.nodeName === 'SELECT' || event.target.type === 'checkbox')) form.requestSubmit();
});
document.addEventListener('submit', event => {
  // Empty fields need not stand in the address.
  if (event.target.method === 'get') for (const field of event.target.elements) if (field.name && field.value === '') field.disabled = true;
});
window.addEventListener('pageshow', () => { for (const field of document.querySelectorAll('form[method="get"] [name]')) field.disabled = false; });

// Keys: a letter goes to a page, Escape closes the details.

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  const target = event.key === 'Escape'
    ? document.querySelector('[data-close]')
    : document.querySelector('[data-shortcut="' + CSS.escape(event.key.toUpperCase()) + '"]');
  if (target) { event.preventDefault(); target.click(); }
});

// The console.

const screen_ = document.querySelector('[data-console]');
if (screen_) {
  const most = 10000;
  const search = document.querySelector('[data-console-search]');
  const follow = document.querySelector('[data-console-follow]');
  const hold = document.querySelector('[data-console-pause]');
  const count = document.querySelector('[data-console-count]');
  let held = [];
  let source;

  const matches = line => line.textContent.toLowerCase().includes(search.value.toLowerCase());
  const tell = () => {
    const lines = screen_.children.length;
    const shown = search.value ? [...screen_.children].filter(line => !line.hidden).length + ' of ' : '';
    count.textContent = shown + lines + ' lines' + (held.length ? ', more waiting' : '');
  };
  const add = html => {
    const part = document.createElement('template');
    part.innerHTML = html;
    for (const line of part.content.children) line.hidden = search.value !== '' && !matches(line);
    screen_.append(part.content);
    while (screen_.children.length > most) screen_.firstChild.remove();
    if (follow.checked) screen_.scrollTop = screen_.scrollHeight;
    tell();
  };
  const connect = () => {
    source = new EventSource(screen_.dataset.console);
    // Each connection begins with all lines that are kept.
    source.onopen = () => { screen_.replaceChildren(); held = []; say('Live', false); };
    source.addEventListener('lines', event => {
      if (hold.getAttribute('aria-pressed') === 'true') { held.push(event.data); tell(); } else add(event.data);
    });
    source.addEventListener('end', () => say('Ended', false));
    source.onerror = () => say('Not connected', true);
  };
  search.addEventListener('input', () => {
    for (const line of screen_.children) line.hidden = search.value !== '' && !matches(line);
    tell();
  });
  hold.addEventListener('click', () => {
    const pausing = hold.getAttribute('aria-pressed') !== 'true';
    hold.setAttribute('aria-pressed', pausing);
    if (!pausing) { const waiting = held; held = []; for (const html of waiting) add(html); }
  });
  screen_.addEventListener('wheel', event => { if (event.deltaY < 0) follow.checked = false; }, { passive: true });
  connect();
}
