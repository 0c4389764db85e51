import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { messageOf } from '../geodata/problem.ts';
import { hasAccounts } from '../sql/accounts/persons.ts';
import type { Database, DatabaseSettings, OpenedDatabase } from '../sql/database.ts';
import { collectGarbageOfStart } from '../sql/garbage.ts';
import type { ReplicaState } from '../sql/replicas.ts';
import { checkAccountSettings, createAccountsHome } from './accounts/home.ts';
import { clearReadyRoles, describeReadyRoles, makeReadyRoles } from './accounts/ready-roles.ts';
import { endSlowReaders } from './admission/slow-readers.ts';
import { createAnswering } from './answering.ts';
import { BaseMapError } from './base-map/base-map.ts';
import { openBaseMap } from './base-map/open.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { openWithContent } from './content.ts';
import { openFileStore, removeDrafts } from './contributions/file-store.ts';
import { removeUnusedFiles } from './contributions/unused-files.ts';
import { refuseUnreadable } from './early-refusal.ts';
import { openFollowers } from './follow/followers.ts';
import { hearChanges } from './follow/hearing.ts';
import { openLocationServer } from './location/location-server.ts';
import { createMetrics } from './metrics/metrics.ts';
import { readViewerFiles } from './pages/viewer-files.ts';
import { describeDemonstrationCodes, openDemonstrationRound } from './questionnaires/demonstration.ts';
import { createSurveyKeyHome, type SurveyKeyHome } from './questionnaires/survey-key.ts';
import { tidyRounds } from './questionnaires/tidying.ts';
import { keepDemonstrationFiles } from './release/demonstration-documents.ts';
import { keepRetention } from './retention.ts';
import { stopOnSignals } from './shutdown.ts';
import type { Startup } from './startup.ts';

const viewerFolder = fileURLToPath(new URL('../dist/viewer', import.meta.url));

/** Between two looks at the replicas, and at whether something was published, milliseconds. */
const lookInterval = 1000;
/** A database that takes longer to say so does not answer, milliseconds. */
const longestLook = 3000;

/** Prints what is wrong in plain words and stops. */
function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function requireConfig(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof ConfigError) refuse(error.message);
    throw error;
  }
}

function listen(server: Server, { port, host }: Config, logger: Logger): void {
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      refuse(`Port ${port} is in use; stop what uses it, or set PORT to another one.`);
    if (error.code === 'EACCES')
      refuse(`Port ${port} may not be used by this account; set PORT to one above 1023.`);
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      refuse(`HOST ${host} is no address of this machine.`);
    logger.error({ err: error }, 'server error');
  });
  server.listen(port, host, () => logger.info(`listening on ${addressOf(server, host)}`));
}

function addressOf(server: Server, host: string | undefined): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host?.includes(':') ? `[${host}]` : (host ?? 'localhost')}:${port}`;
}

/** Makes the ready roles of the demonstration; the server does without where it cannot. */
async function offerReadyRoles(db: Database, config: Config, address: string, logger: Logger) {
  try {
    const accounts = await makeReadyRoles(db, config);
    process.stderr.write(`\n${describeReadyRoles(accounts, address)}\n\n`);
  } catch (error) {
    logger.warn({ err: error }, 'the demonstration has no ready roles');
  }
}

/** Opens the demonstration's round of questions; the server does without where it cannot. */
async function offerCodes(db: Database, survey: SurveyKeyHome, address: string, logger: Logger) {
  try {
    const codes = await openDemonstrationRound(db, survey);
    if (codes.length) process.stderr.write(`${describeDemonstrationCodes(codes, address)}\n\n`);
  } catch (error) {
    logger.warn({ err: error }, 'the demonstration has no round that can be answered');
  }
}

/** The database with the replicas that readers are sent to; their coming and going is logged. */
function nameServers({ database, replicas }: Config, logger: Logger): DatabaseSettings {
  if ('directory' in database || replicas.urls.length === 0) return database;
  const onChange = (replica: ReplicaState) =>
    logger[replica.isUsed ? 'info' : 'warn'](replica, replica.isUsed ? 'replica in use' : 'replica left out');
  return { ...database, replicas: { ...replicas, interval: lookInterval, onChange } };
}

async function start(config: Config, logger: Logger): Promise<void> {
  const startup: Startup = {
    phase: { status: 'starting', step: 'opening the database' },
    isWarm: false,
  };
  const told = new Set<string>();
  const report = (step: string) => {
    if (!told.has(step)) logger.info({ step }, 'starting');
    told.add(step);
    if (startup.phase.status === 'starting') startup.phase = { status: 'starting', step };
  };
  const { publicUrl, trustedProxies, publisher, embedAncestors, accounts: settings } = config;
  const getDatabase = () => (startup.phase.status === 'ready' ? startup.phase.primary : null);
  const accounts = createAccountsHome({ settings, publicUrl, logger, getDatabase });
  const files = openFileStore(config.filesDirectory);
  const { virusScanner } = config;
  const followers = openFollowers();
  const survey = createSurveyKeyHome(config.survey);
  const baseMap = await openBaseMap(config.baseMap).catch((error: unknown) => {
    if (error instanceof BaseMapError) refuse(error.message);
    throw error;
  });
  const context = {
    ...{ startup, logger, publicUrl, trustedProxies, publisher, embedAncestors, baseMap },
    ...{ accounts, files, virusScanner, followers, survey, limits: config.requestLimits },
    trailDays: settings.trailDays,
    locationServer: config.locationServer === null ? null : openLocationServer(config.locationServer),
    metrics: config.metricsToken === null ? null : createMetrics(config.metricsToken, startup),
  };
  const { listener, warm } = createAnswering(context, readViewerFiles(viewerFolder));
  const server = createServer(listener);
  endSlowReaders(server);
  refuseUnreadable(server);
  let opening: Promise<OpenedDatabase> | undefined;
  let stopWarming = () => {};
  let stopRetention = async () => {};
  let stopRemoving = async () => {};
  let stopRounds = async () => {};
  let stopListening = async () => {};
  let settling: Promise<void> | undefined;
  const closeDatabase = async () => {
    stopWarming();
    await stopRetention();
    // What is done once after the start needs the database to its end.
    await settling?.catch(() => undefined);
    await stopRemoving();
    await stopRounds();
    await stopListening();
    await (await opening)?.close();
  };
  stopOnSignals({ server, startup, logger, endStreams: followers.close, closeDatabase });
  listen(server, config, logger);
  opening = openWithContent(nameServers(config, logger), report);
  const { reads, db: primary } = await opening;
  const hasReadyRoles = await clearReadyRoles(primary, config);
  if (await hasAccounts(primary)) await checkAccountSettings(settings, publicUrl);
  startup.phase = { status: 'ready', db: reads, primary };
  // The embedded database answers one after the other, and is gone only with this process.
  stopWarming = warm(reads, lookInterval, 'directory' in config.database ? null : longestLook);
  if ('url' in config.database) stopListening = hearChanges(config.database.url, followers);
  stopRetention = keepRetention(primary, settings.trailDays, logger);
  stopRounds = tidyRounds(primary, survey, logger);
  const settle = async () => {
    const address = addressOf(server, config.host);
    if (hasReadyRoles) await offerReadyRoles(primary, config, address, logger);
    if (hasReadyRoles) await offerCodes(primary, survey, address, logger);
    await removeDrafts(config.filesDirectory);
    await keepDemonstrationFiles(primary, files);
  };
  settling = settle();
  await settling;
  stopRemoving = removeUnusedFiles(primary, files, logger);
  collectGarbageOfStart();
  logger.info({ seconds: Math.round(process.uptime() * 10) / 10 }, 'ready');
}

const config = requireConfig();
const logger = pino({ level: config.logLevel });
process.on('unhandledRejection', (error) => logger.error({ err: error }, 'unhandled rejection'));
start(config, logger).catch((error: unknown) => {
  logger.fatal({ err: error }, 'the server could not start');
  refuse(messageOf(error));
});
