// SPDX-License-Identifier: Apache-2.0
import { encode } from 'uqr';

const [width, height, margin] = [900, 1200, 60];
const [paper, ink] = ['#ffffff', '#211a14'];

export type Slip = {
  title: string;
  words: readonly string[];
  direction: 'ltr' | 'rtl';
  digits: readonly string[];
  address: string;
};

function drawQr(pen: CanvasRenderingContext2D, address: string, top: number): void {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const square = Math.floor(480 / size);
  const left = (width - square * size) / 2;
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + x * square, top + y * square, square, square);
    }),
  );
}

/** The code as a picture to keep: words, digits and QR, black on white. */
export async function pictureOf({ title, words, direction, digits, address }: Slip): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new TypeError('no canvas');
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = ink;
  pen.textAlign = 'center';
  pen.font = '600 40px system-ui, sans-serif';
  pen.fillText(title, width / 2, margin + 40);
  pen.font = '600 52px system-ui, sans-serif';
  pen.textAlign = 'start';
  pen.direction = direction;
  words.forEach((word, place) => {
    const [column, row] = [Math.floor(place / 4), place % 4];
    const from = margin + 60 + column * 400;
    pen.fillText(`${place + 1}  ${word}`, direction === 'rtl' ? width - from : from, 210 + row * 76);
  });
  pen.textAlign = 'center';
  pen.direction = 'ltr';
  drawQr(pen, address, 530);
  pen.font = '40px ui-monospace, monospace';
  pen.fillText(digits.join(' '), width / 2, height - margin - 40);
  return new Promise((resolve, reject) => {
    canvas.toBlob((picture) => (picture ? resolve(picture) : reject(new TypeError('no picture'))), 'image/png');
  });
}
