/** Draws the add-in's icons as PNG files beside this script: `node addin/assets/draw-icons.mjs`. */

import { writeFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";

const SLATE = [59, 90, 122];
const WHITE = [255, 255, 255];
const GREEN = [14, 112, 14];
const SAMPLES = 4;

/** Shapes in a square from 0 to 1; the last one that covers a point gives its colour. */
const rectangle = (left, top, right, bottom, color) => (x, y) =>
  x >= left && x <= right && y >= top && y <= bottom ? color : null;
const line = (x1, y1, x2, y2, width, color) => (x, y) => {
  const along = Math.min(
    1,
    Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)),
  );
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) <= width / 2
    ? color
    : null;
};
const circle = (cx, cy, radius, color) => (x, y) =>
  Math.hypot(x - cx, y - cy) <= radius ? color : null;

const sheet = [rectangle(0.14, 0.05, 0.86, 0.95, SLATE), rectangle(0.21, 0.12, 0.79, 0.88, WHITE)];
const row = (y) => [
  line(0.28, y, 0.34, y + 0.06, 0.05, GREEN),
  line(0.34, y + 0.06, 0.44, y - 0.06, 0.05, GREEN),
  rectangle(0.5, y - 0.03, 0.72, y + 0.03, SLATE),
];
const badge = [circle(0.74, 0.74, 0.25, WHITE), circle(0.74, 0.74, 0.21, SLATE)];

const ICONS = {
  icon: {
    sizes: [16, 32, 64, 80, 128],
    shapes: [...sheet, ...row(0.28), ...row(0.5), ...row(0.72)],
  },
  new: {
    sizes: [16, 32, 80],
    shapes: [
      ...sheet,
      ...row(0.28),
      ...row(0.5),
      ...badge,
      line(0.74, 0.63, 0.74, 0.85, 0.06, WHITE),
      line(0.63, 0.74, 0.85, 0.74, 0.06, WHITE),
    ],
  },
  handover: {
    sizes: [16, 32, 80],
    shapes: [
      ...sheet,
      ...row(0.28),
      ...row(0.5),
      ...badge,
      line(0.63, 0.74, 0.84, 0.74, 0.06, WHITE),
      line(0.76, 0.65, 0.85, 0.74, 0.06, WHITE),
      line(0.76, 0.83, 0.85, 0.74, 0.06, WHITE),
    ],
  },
  check: {
    sizes: [16, 32, 80],
    shapes: [
      ...sheet,
      ...row(0.28),
      ...row(0.5),
      line(0.78, 0.78, 0.93, 0.93, 0.09, SLATE),
      circle(0.66, 0.66, 0.2, SLATE),
      circle(0.66, 0.66, 0.13, WHITE),
    ],
  },
};

function draw(size, shapes) {
  const lines = Buffer.alloc(size * (1 + size * 4));
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = (px + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (py + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        let color = null;
        for (const shape of shapes) color = shape(x, y) ?? color;
        if (color)
          [...color, 255].forEach((part, index) => {
            sum[index] += part;
          });
      }
      const covered = sum[3] / 255;
      const at = py * (1 + size * 4) + 1 + px * 4;
      for (let index = 0; index < 3; index += 1)
        lines[at + index] = covered === 0 ? 0 : Math.round(sum[index] / covered);
      lines[at + 3] = Math.round(sum[3] / (SAMPLES * SAMPLES));
    }
  }
  return png(size, lines);
}

function png(size, lines) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "ascii"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

for (const [name, { sizes, shapes }] of Object.entries(ICONS)) {
  for (const size of sizes)
    await writeFile(new URL(`${name}-${size}.png`, import.meta.url), draw(size, shapes));
}
