// Times what a reader of the page sees, inside the page: from a key or click, or from the start
// of loading, until the semantics tree shows something. Added before the app's own scripts.
(() => {
  const named = (role, name) =>
    [...document.querySelectorAll(`flt-semantics[role="${role}"]`)].find(
      (node) => !name || node.getAttribute("aria-label") === name
    );
  const isShown = {
    text: (text) =>
      document.querySelector("flt-semantics-host")?.textContent.includes(text) ||
      [...document.querySelectorAll("flt-semantics[aria-label]")].some((node) =>
        node.getAttribute("aria-label").includes(text)
      ),
    row: (name) => named("checkbox", name),
    checked: (name) => {
      const node = named("checkbox", name);
      return !node || node.getAttribute("aria-checked") === "true";
    },
  };

  // Flutter builds the tree only for readers: ask for it as soon as it can be asked for.
  const wake = () => document.querySelector("flt-semantics-placeholder")?.click();

  const until = (kind, name) =>
    new Promise((resolve) => {
      const look = () => {
        wake();
        if (isShown[kind](name)) {
          observer.disconnect();
          resolve(performance.now());
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ["aria-label", "aria-checked", "role"],
      });
      look();
    });

  window.browserClock = {
    // Milliseconds since loading began, when the first row of a list could be read.
    firstRow: until("row", ""),
    // Starts a measurement: the next `event` is the beginning, what `until` waits for the end.
    arm(event, kind, name) {
      const begun = new Promise((resolve) =>
        window.addEventListener(event, () => resolve(performance.now()), {
          capture: true,
          once: true,
        })
      );
      this.taken = begun.then(async (start) => (await until(kind, name)) - start);
    },
    // A promise's outcome, or -1 when it takes longer than `limit` milliseconds.
    within(promise, limit) {
      return Promise.race([promise, new Promise((done) => setTimeout(() => done(-1), limit))]);
    },
    // Where the first thing stands whose name begins with `text`, to be clicked.
    placeOf(text) {
      const node = [...document.querySelectorAll("flt-semantics")].find((one) => {
        const name = one.getAttribute("aria-label") || one.textContent;
        return name.startsWith(text) && one.querySelectorAll("flt-semantics").length === 0;
      });
      if (!node) return null;
      const box = node.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    },
  };
})();
