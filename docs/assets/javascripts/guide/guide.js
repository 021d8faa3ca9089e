// @ts-check
// Takes over the page of the guide once its data is there; until then, and without it, the page stands as it is.
import { Knowledge } from "../reasoning/knowledge.js";
import { Guide } from "./interactive.js";

const mount = document.getElementById("guide");
const plain = document.getElementById("guide-plain");
const source = mount?.getAttribute("data-source");

if (mount && plain && source) {
  try {
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
    const guide = new Guide(mount, new Knowledge(await answer.json()));
    plain.hidden = true;
    mount.hidden = false;
    guide.start();
  } finally {
    document.documentElement.classList.add("guide-settled");
  }
}
