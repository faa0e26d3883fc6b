// Loaded into the programs that the commands start (node --import): they end when the command is gone,
// also when it was killed and could not say goodbye. Otherwise they would keep its port and its database.
// Their own children inherit the option and have channels of their own, which are not ours to watch.
if (process.channel && process.env.STEWARD_COMMAND === String(process.ppid)) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 2000).unref();
  });
  process.channel.unref();
}
