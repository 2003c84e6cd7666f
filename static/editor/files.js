// What was dragged or pasted: files of this computer, never another site's picture.

// → {files, refusal}: the pictures among the files, and in words why anything is not taken.
export function imagesOf(transfer) {
  const all = [...(transfer?.files ?? [])];
  // A browser hands out a page's picture as a file too; credit and rights stay behind.
  if (all.length && ["text/html", "text/uri-list"].some((type) => transfer.types.includes(type))) {
    return {
      files: [],
      refusal:
        "That is a picture of a web page. Save it first, find out whose it is, and drag in the file.",
    };
  }
  const others = all.filter((file) => !isImage(file));
  return {
    files: all.filter(isImage),
    refusal: others.map((file) => `“${file.name}” is no picture.`).join(" "),
  };
}

// Some systems know no type of a HEIC; whether it is one, the server looks.
const isImage = (file) =>
  file.type.startsWith("image/") || (!file.type && /\.hei[cf]$/i.test(file.name));
