// Files that the library does not take, told before they are sent, in the server's own words
// (articles/imaging/kinds.py). The server looks into the file; here its name and type must do.
const WAYS = [
  [
    /^image\/hei[cf]/,
    /\.hei[cf]$/i,
    "This is a HEIC file. On an iPhone: Settings, Camera, Formats, Most Compatible makes the next ones JPEG. One that is taken already becomes a JPEG when it is sent by mail.",
  ],
  [
    /^video\//,
    /\.(mov|mp4|m4v)$/i,
    "This is a film. Put it on YouTube or Vimeo and its address into the article as an embed.",
  ],
  [
    /^image\/svg/,
    /\.svg$/i,
    "This is an SVG drawing. Open it in a browser or a drawing program and export it as PNG.",
  ],
];

// What somebody can do who has such a file, or "" for one that may be sent.
export function wayOut({ name, type }) {
  const found = WAYS.find(([kind, ending]) => kind.test(type) || (!type && ending.test(name)));
  return found?.[2] ?? "";
}
