// The box that a newsletter's software puts under each article is the site's, not the article's.
const BOX = /^(Discover more from |Subscribe to get the latest posts sent to your e-?mail)/i;

export const isBoilerplate = (line) => BOX.test(line.trim());
