#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

// Calls of Linux that glibc shows only to those who ask for GNU's extensions, as a module can't.

// A file that lies in memory and has no name (memfd_create(2)).
static inline int socialday_memory_file(const char *name) {
    return (int)syscall(SYS_memfd_create, name, 1u /* MFD_CLOEXEC */);
}

// Syncs the file system that a file lies on (syncfs(2)).
static inline int socialday_sync_file_system(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }

// Bytes that can still be written to a file system in memory; -1 where the folder is on another one.
static inline long long socialday_memory_room(const char *folder) {
    struct statfs found;
    if (statfs(folder, &found) != 0 || found.f_type != 0x01021994 /* TMPFS_MAGIC */) return -1;
    return (long long)found.f_bavail * found.f_bsize;
}
