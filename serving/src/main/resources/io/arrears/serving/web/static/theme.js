// Before the first paint: the theme chosen by hand, if one was. Not a module, so that it runs at once.
(() => {
  const chosen = localStorage.getItem('arrears.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
