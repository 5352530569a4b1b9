#ifndef CFAULT_H
#define CFAULT_H

// A library that is put before the system's own (LD_PRELOAD) and lets a program die, or has calls of
// its fail, where it writes. It counts the calls that write below $FAULT_ROOT, and does at the call
// with the number $FAULT_AT what $FAULT_HOW says:
//
//   kill        the process ends before the call, as by SIGKILL
//   tear:N      of a write N bytes are written, then the process ends; other calls: kill
//   short:N     of a write N bytes are written, and that is what it answers; other calls go on
//   errno:N     the call fails with N
//   sticky:N    the call and all after it fail with N
//
// $FAULT_LOG names a file that gets a line for each call: its name, and the bytes of a write.
//
// The clock stands still and chance is always the same, so that what the program leaves behind
// depends on the fault alone. It does not outlive the process that started it.

#endif
