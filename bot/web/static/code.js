// An invitation's code comes after the # of its link, which no browser sends to a server. It is kept in this tab
// while its owner signs in, and put into the field where they would else type it. Nothing is sent by itself.
"use strict";
const kept = "code";
const fragment = decodeURIComponent(location.hash.slice(1));
if (/^[0-9A-Za-z][0-9A-Za-z -]{6,11}$/.test(fragment)) {
  sessionStorage.setItem(kept, fragment);
  history.replaceState(null, "", location.pathname);
}
const code = sessionStorage.getItem(kept);
const field = document.getElementById("kode");
if (code !== null && field !== null) {
  field.value = code;
  sessionStorage.removeItem(kept);
} else if (code !== null) {
  document.getElementById("har-kode").hidden = false;
  document.getElementById("til").value = "/bli-med";
}
