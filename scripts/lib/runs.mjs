import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Notes of the launchers on one data folder, so that the next one can clear away what a killed one left running.
 *
 * @param {string} folder - The data folder.
 * @param {(pid: number) => string | null} identify - Names a living process, null if it is gone.
 */
export function openRuns(folder, identify) {
  const notes = path.join(folder, "runs");
  fs.mkdirSync(notes, { recursive: true });
  const own = path.join(notes, `${process.pid}.json`);
  const isAlive = (identity) => Boolean(identity) && identify(pidOf(identity)) === identity;
  return {
    /** Kills web servers whose launcher is dead, and waits until they are gone. They lead process groups of their own. */
    async clearAway() {
      for (const name of fs.readdirSync(notes)) {
        const file = path.join(notes, name);
        const { launcher, web } = readNote(file);
        if (isAlive(launcher)) continue;
        if (isAlive(web)) killGroup(pidOf(web));
        for (let tries = 0; isAlive(web) && tries < 100; tries++) await sleep(50);
        fs.rmSync(file, { force: true });
      }
    },
    /** Writes down who we are and which web server is ours. */
    note(webPid) {
      fs.writeFileSync(own, JSON.stringify({ launcher: identify(process.pid), web: identify(webPid) }));
    },
    forget() {
      fs.rmSync(own, { force: true });
    },
  };
}

function pidOf(identity) {
  return Number(identity.split(" ")[0]);
}

function readNote(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Gone in the meantime.
  }
}
