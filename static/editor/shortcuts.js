// Names of keys as this machine's keyboard has them.
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

export function shown(keys) {
  return MAC ? keys.replace("Ctrl", "Cmd").replace("Alt", "Option") : keys;
}

export function isMod(event) {
  return MAC ? event.metaKey : event.ctrlKey;
}
