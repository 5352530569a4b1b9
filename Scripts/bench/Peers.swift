internal import Glibc
internal import PtyKit

/// Programs of other people that also show a long list in a terminal, on data of the same length.
enum Peer: String, CaseIterable {
  case tig, fzf

  /// Milliseconds: tig is silent for long while git reads.
  private static let quiet = 2500

  var program: String { "/usr/bin/" + rawValue }

  /// The figures as cells: start to full screen, start to last byte, key, p99, bytes, memory.
  func cells(records: Int, folder: String, runs: Int, keys: Int) throws -> [String] {
    guard isThere(program) else { return ["not installed"] }
    let command = try prepare(records: records, folder: folder)
    var (full, settled): ([Double], [Double]) = ([], [])
    for run in 0...runs {
      waitForQuiet()
      var session = try Session(["/bin/sh", "-c", command])
      _ = session.settle(quiet: Peer.quiet)
      let screens = session.screens()
      session.end()
      guard run > 0, let last = screens.last else { continue }
      let rows = last.rows.count { !$0.isEmpty }
      let first = screens.first { $0.rows.count { !$0.isEmpty } >= rows }
      full.append((first ?? last).time)
      settled.append(last.time)
    }
    return try [Samples(full).median, Samples(settled).median].map { $0?.short ?? "–" }
      + keyCells(command, keys: keys)
  }

  private func keyCells(_ command: String, keys: Int) throws -> [String] {
    var session = try Session(["/bin/sh", "-c", command])
    defer { session.end() }
    _ = session.settle(quiet: Peer.quiet)
    let memory = ProcessFacts(of: session.pty.process)?.resident
    var (times, bytes): ([Double], [Double]) = ([], [])
    for _ in 0..<keys {
      guard let answer = try session.press(down, patience: 200) else { continue }
      times.append(answer.time)
      bytes.append(Double(answer.bytes))
    }
    let (time, sent) = (Samples(times), Samples(bytes))
    return [time.median, time.percentile(99), sent.median, memory].map { $0?.short ?? "–" }
  }

  private var down: String {
    switch self {
    case .tig: "j"
    case .fzf: "\u{1B}[B"
    }
  }

  /// Makes the data unless it is there; gives the command that shows it, for a shell.
  private func prepare(records: Int, folder: String) throws -> String {
    switch self {
    case .tig:
      let repository = "\(folder)/tig-\(records)"
      if !isThere(repository) { try makeRepository(repository, commits: records) }
      return "cd '\(repository)' && exec tig"
    case .fzf:
      let file = "\(folder)/titles-\(records).txt"
      if !isThere(file) {
        try write((1...records).map(Peer.title).joined(separator: "\n") + "\n", to: file)
      }
      return "exec fzf < '\(file)'"
    }
  }

  private static func title(_ number: Int) -> String {
    let subjects = ["Công bố cửa khẩu song phương", "Nâng cấp cửa khẩu phụ", "Hỗ trợ đầu tư"]
    let subject = subjects[number % subjects.count]
    return "YC\(number) \(subject) Hoành Mô – Động Trung lần thứ \(number)"
  }

  private func makeRepository(_ path: String, commits: Int) throws {
    let stream = path + ".import"
    try write((1...commits).map(Peer.commit).joined(), to: stream)
    let steps = [
      "git init -q '\(path)'", "git -C '\(path)' fast-import --quiet < '\(stream)'",
      "git -C '\(path)' checkout -q -f bench",
    ]
    guard timeOfRun(["/bin/sh", "-c", steps.joined(separator: " && ")]) != nil else {
      throw BenchmarkError.cannotWrite(path: path)
    }
    unlink(stream)
  }

  private static func commit(_ number: Int) -> String {
    let message = title(number)
    return """
      commit refs/heads/bench
      committer A <a@example.org> \(1_700_000_000 + number * 60) +0000
      data \(message.utf8.count)
      \(message)

      """
  }
}
