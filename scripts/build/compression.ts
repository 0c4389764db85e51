import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);

/** As small as Brotli makes them; the server sends them as they stand. */
export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle).filter(({ fileName }) => /\.(m?js|css|svg)$/.test(fileName));
        await Promise.all(
          texts.map(async (output) => {
            const bytes = Buffer.from(output.type === 'chunk' ? output.code : output.source);
            const params = {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            };
            const source = await compress(bytes, { params });
            this.emitFile({ type: 'asset', fileName: `${output.fileName}.br`, source });
          }),
        );
      },
    },
  };
}
