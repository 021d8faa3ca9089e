// @ts-check
// The theme opens its search as a dialog without a name; a screen reader needs one.
document.querySelector('.md-search[role="dialog"]:not([aria-label])')?.setAttribute("aria-label", "Search");
