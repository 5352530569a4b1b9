internal import Glibc

/// Runs a program to its end, with nothing to read and nowhere to write: milliseconds it took.
///
/// - Returns: nil when it could not be run, or ended with another code than 0.
func timeOfRun(_ arguments: [String]) -> Double? {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
  }
  let pointers = arguments.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  var process: pid_t = 0
  let start = ContinuousClock.now
  guard posix_spawnp(&process, arguments[0], &actions, nil, pointers, environ) == 0 else {
    return nil
  }
  var status: Int32 = 0
  guard waitpid(process, &status, 0) == process, status == 0 else { return nil }
  return (ContinuousClock.now - start).milliseconds
}

/// The median time of `runs` runs after a first one; nil when the program cannot do this.
func medianOfRuns(_ runs: Int, _ arguments: [String]) -> Double? {
  guard timeOfRun(arguments) != nil else { return nil }
  return Samples(
    (0..<runs).compactMap { _ in
      waitForQuiet()
      return timeOfRun(arguments)
    }
  ).median
}
