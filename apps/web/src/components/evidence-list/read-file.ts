/** Larger files are hashed piece by piece on their way, not as a whole before it. */
const HASHED_WHOLE = 48 * 1024 * 1024;
const SIDE_PX = 320;
const QUALITY = 0.72;

/** SHA-256 in hex; null where the browser has none (no TLS) or the file is too large to be read at once. */
export async function sha256Of(content: Blob): Promise<string | null> {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined || content.size > HASHED_WHOLE) return null;
  const digest = await subtle.digest('SHA-256', await content.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A small JPEG of a picture as base64, to look at in lists; null where it is none. The original stays as it is. */
export async function smallPicture(file: File): Promise<string | null> {
  if (!file.type.startsWith('image/')) return null;
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, SIDE_PX / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return canvas.toDataURL('image/jpeg', QUALITY).replace(/^data:image\/jpeg;base64,/, '');
  } catch {
    return null;
  }
}
