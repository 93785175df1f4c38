// The sum of points while they are being divided; the page works without it.
"use strict";
document.querySelectorAll("form.ballot[data-total]").forEach(function (form) {
  const place = form.querySelector("[data-sum]");
  const fields = Array.from(form.querySelectorAll("input[type=number][name^='v-']"));
  function add() {
    const sum = fields.reduce(function (total, each) { return total + (parseInt(each.value, 10) || 0); }, 0);
    place.hidden = false;
    place.querySelector("output").textContent = String(sum);
    place.classList.toggle("wrong", sum !== Number(form.dataset.total));
  }
  fields.forEach(function (each) { each.addEventListener("input", add); });
  add();
});
