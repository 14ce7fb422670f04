import { describe, expect, it } from 'vitest';
import { checkText, checkUpload, MAX_FILE_BYTES } from './index';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('checkUpload', () => {
  it('keeps the byte order mark and everything else', () => {
    const text = '\ufeff---\r\nname: ä😀\r\n---\r\n';
    expect(checkUpload(bytes(text))).toEqual({ ok: true, text });
  });

  it('says at which byte the text is no UTF-8', () => {
    const bad = new Uint8Array([...bytes('äb'), 0xff, 0x41]);
    expect(checkUpload(bad)).toMatchObject({ ok: false, code: 'not-utf-8', offset: 3 });
    expect(checkUpload(new Uint8Array([0xed, 0xa0, 0x80]))).toMatchObject({ ok: false, code: 'not-utf-8' });
    expect(checkUpload(new Uint8Array([0x41, 0xe2, 0x82]))).toMatchObject({ ok: false, code: 'not-utf-8' });
  });

  it('refuses NUL, half characters and what is too large', () => {
    expect(checkUpload(bytes('ab\0'))).toMatchObject({ code: 'holds-nul', offset: 2 });
    expect(checkText('ab\uD800c')).toMatchObject({ code: 'half-character', offset: 2 });
    expect(checkUpload(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({ code: 'file-too-large' });
    expect(checkUpload(bytes(`---\nname: ${'x'.repeat(70_000)}\n---\n`))).toMatchObject({
      code: 'front-matter-too-large',
    });
    expect(checkUpload(bytes(`---\nname: x\n---\n${'y'.repeat(70_000)}`))).toMatchObject({ ok: true });
  });
});
