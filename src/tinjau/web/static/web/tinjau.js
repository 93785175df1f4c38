// Small conveniences; every page works without them.
"use strict";
document.addEventListener("change", function (event) {
  const form = event.target.closest("form[hx-post]");
  if (form && event.target.matches("input[type=radio]")) { form.requestSubmit(); }
});
document.addEventListener("keydown", function (event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input:not([type=radio]), textarea, select")) { return; }
  const questions = Array.from(document.querySelectorAll(".question"));
  const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
  if (!step || !questions.length) { return; }
  const here = questions.findIndex(function (each) { return each.contains(document.activeElement); });
  const target = questions[Math.min(questions.length - 1, Math.max(0, here + step))];
  const field = target.querySelector("input:checked, input[type=radio]");
  if (field) { field.focus(); }
  target.scrollIntoView({block: "start"});
});
