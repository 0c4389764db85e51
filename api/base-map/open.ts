import type { Config } from '../config.ts';
import type { BaseMap } from './base-map.ts';
import { openBaseMapFile } from './file.ts';
import { openBaseMapService } from './service.ts';

/** The base map that the settings name; null where they name none. Throws BaseMapError where a file cannot be used. */
export async function openBaseMap(settings: Config['baseMap']): Promise<BaseMap | null> {
  if (!settings) return null;
  return 'url' in settings ? openBaseMapService(settings.url) : openBaseMapFile(settings.file);
}
