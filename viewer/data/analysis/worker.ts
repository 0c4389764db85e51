import type { Request } from './message.ts';
import { createService } from './service.ts';

const serve = createService((reply, transfer) => postMessage(reply, { transfer }));

addEventListener('message', (event: MessageEvent<Request>) => void serve(event.data));
