// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "dondoc-register",
  products: [
    .executable(name: "dondoc", targets: ["dondoc"]),
    // For tests: put before the system's calls, it makes those fail that write.
    .library(name: "dondoc-fault", type: .dynamic, targets: ["CFault"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Thin bindings: nothing but what Swift cannot reach by itself.
    .target(name: "CSystem", linkerSettings: [.linkedLibrary("utf8proc")]),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),

    // The pure core: no disk, no screen, no clock.
    .target(name: "Vietnamese"),
    .target(name: "Model", dependencies: ["Vietnamese"]),

    // The two edges of the world, each behind one door.
    .target(name: "Terminal", dependencies: ["CNcurses"]),
    .target(name: "Store", dependencies: ["CSimdJSON", "CSystem", "Model", "Vietnamese"]),

    // What the person sees and does, as values.
    .target(name: "App", dependencies: ["Model", "Terminal", "Vietnamese"]),

    // The shell that wires core to world.
    .executableTarget(
      name: "dondoc",
      dependencies: [
        "App", "CSystem", "Model", "Store", "Terminal", "Vietnamese",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // For developers: the repository's own data, benchmarks and generated pages.
    .target(
      name: "DataConverter", dependencies: ["Model", "Store", "Vietnamese"],
      path: "Scripts/DataConverter"
    ),
    .executableTarget(
      name: "devtool",
      dependencies: [
        "App", "DataConverter", "Model", "Store", "Terminal", "Vietnamese",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Scripts/devtool"
    ),
    .target(
      name: "FuzzTargets", dependencies: ["App", "Model", "Store", "Terminal", "Vietnamese"],
      path: "Scripts/FuzzTargets"
    ),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Model", "PtyKit", "Store", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Scripts/bench"
    ),
    .testTarget(
      name: "DataTests", dependencies: ["DataConverter", "Model", "Store", "benchmark"]
    ),

    .target(name: "CFault", path: "Tests/CFault"),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(name: "PtyKit", dependencies: ["CPty", "Terminal"], path: "Tests/PtyKit"),
    .target(
      name: "TestKit",
      dependencies: ["App", "CPty", "Model", "PtyKit", "Store", "Terminal", "Vietnamese"],
      path: "Tests/TestKit"
    ),
    .testTarget(name: "VietnameseTests", dependencies: ["Vietnamese"]),
    .testTarget(name: "ModelTests", dependencies: ["Model", "Vietnamese"]),
    .testTarget(name: "TerminalTests", dependencies: ["PtyKit", "Terminal", "TestKit"]),
    .testTarget(name: "StoreTests", dependencies: ["Model", "Store", "TestKit"]),
    .testTarget(
      name: "AppTests",
      dependencies: ["App", "FuzzTargets", "Model", "Store", "Terminal", "TestKit", "Vietnamese"],
      exclude: ["FuzzCases", "Snapshots"]
    ),
    .testTarget(
      name: "DondocTests",
      dependencies: [
        "App", "Model", "PtyKit", "Store", "Terminal", "TestKit", "dondoc", "devtool",
      ],
      exclude: ["Cost/instructions.txt", "Interface/Snapshots"]
    ),
  ],
  cxxLanguageStandard: .cxx17
)

// libFuzzer brings its own main, so its program is there only when it is asked for: Scripts/fuzz.sh.
if Context.environment["DONDOC_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Scripts/fuzz",
      exclude: ["words.dict"]))
}

for target in package.targets where !target.name.hasPrefix("C") {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
}

// Where a machine checks for us, a warning of ours is an error; elsewhere a newer compiler that warns
// of more still builds.
if Context.environment["DONDOC_STRICT"] == "1" {
  for target in package.targets where target.name.hasPrefix("C") {
    target.cSettings =
      (target.cSettings ?? []) + [.enableWarning("all"), .treatAllWarnings(as: .error)]
    target.cxxSettings =
      (target.cxxSettings ?? []) + [.enableWarning("all"), .treatAllWarnings(as: .error)]
  }
  for target in package.targets where !target.name.hasPrefix("C") {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
