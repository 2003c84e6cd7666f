// A page in a frame: its links open a new tab, but those to another place of it do not.
for (const link of document.querySelectorAll("a[href^='#']")) link.target = "_self";
