internal import ArgumentParser

/// What developers of dondoc run; nothing of it is part of the program.
@main
struct Devtool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devtool", abstract: "Makes the repository's own data and pictures.",
    subcommands: [
      ConvertData.self, MakeRegister.self, MeasureMinutes.self, DrawPicture.self, PressKeys.self,
    ])
}
