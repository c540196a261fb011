/* Put before libc: writes down what reaches the disk, in order; makes syncing slow; lets it fail.

   DISK_SHIM_FOLDER  only files under this folder count
   DISK_SHIM_LOG     where each operation is written down (see power.py for the form)
   DISK_SHIM_SLOW    milliseconds every sync takes
   DISK_SHIM_FAIL    "first-last": the numbers of the syncs that fail with EIO
   DISK_SHIM_FULL    bytes after which writes fail with ENOSPC until DISK_SHIM_ROOM exists */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096
static char *names[MOST];
static int log_handle = -1, syncs, started;
static long room_left = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static const char *folder(void) { return getenv("DISK_SHIM_FOLDER"); }

static void note(char kind, const char *name, uint64_t offset, const void *data, uint32_t size) {
    const char *path = getenv("DISK_SHIM_LOG");
    if (!path) return;
    pthread_mutex_lock(&lock);
    if (!started) {
        started = 1;
        log_handle = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    }
    uint32_t length = strlen(name);
    size_t total = 1 + 4 + length + 8 + 4 + size;
    char *record = malloc(total), *at = record;
    *at++ = kind;
    memcpy(at, &length, 4); at += 4;
    memcpy(at, name, length); at += length;
    memcpy(at, &offset, 8); at += 8;
    memcpy(at, &size, 4); at += 4;
    if (size) memcpy(at, data, size);
    syscall(SYS_write, log_handle, record, total);
    free(record);
    pthread_mutex_unlock(&lock);
}

static void opened(int handle, const char *path, int created) {
    if (handle < 0 || handle >= MOST || !folder()) return;
    free(names[handle]);
    names[handle] = NULL;
    char whole[PATH_MAX];
    if (!realpath(path, whole) || strncmp(whole, folder(), strlen(folder()))) return;
    names[handle] = strdup(whole);
    if (created) note('C', whole, 0, NULL, 0);
}

static const char *name_of(int handle) {
    return handle >= 0 && handle < MOST ? names[handle] : NULL;
}

static int any_open(const char *path, int flags, int mode) {
    struct stat found;
    int created = (flags & O_CREAT) && stat(path, &found) != 0;
    int handle = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (handle >= 0) opened(handle, path, created);
    return handle;
}

#define OPEN(symbol)                                                        \
    int symbol(const char *path, int flags, ...) {                          \
        int mode = 0;                                                       \
        if (flags & O_CREAT) {                                              \
            va_list rest;                                                   \
            va_start(rest, flags);                                          \
            mode = va_arg(rest, int);                                       \
            va_end(rest);                                                   \
        }                                                                   \
        return any_open(path, flags, mode);                                 \
    }
OPEN(open)
OPEN(open64)

int close(int handle) {
    if (handle >= 0 && handle < MOST && names[handle]) {
        free(names[handle]);
        names[handle] = NULL;
    }
    return syscall(SYS_close, handle);
}

static int is_full(size_t size) {
    const char *most = getenv("DISK_SHIM_FULL"), *room = getenv("DISK_SHIM_ROOM");
    struct stat found;
    if (!most || (room && stat(room, &found) == 0)) return 0;
    if (room_left < 0) room_left = atol(most);
    if (room_left < (long)size) return 1;
    room_left -= size;
    return 0;
}

static ssize_t any_pwrite(int handle, const void *data, size_t size, off64_t offset) {
    const char *name = name_of(handle);
    if (name && is_full(size)) {
        errno = ENOSPC;
        return -1;
    }
    ssize_t done = syscall(SYS_pwrite64, handle, data, size, offset);
    if (name && done > 0) note('W', name, offset, data, done);
    return done;
}
ssize_t pwrite(int handle, const void *data, size_t size, off_t offset) {
    return any_pwrite(handle, data, size, offset);
}
ssize_t pwrite64(int handle, const void *data, size_t size, off64_t offset) {
    return any_pwrite(handle, data, size, offset);
}

ssize_t write(int handle, const void *data, size_t size) {
    if (handle == 1 && folder()) note('A', "", 0, data, size); /* told before it is read */
    return syscall(SYS_write, handle, data, size);
}

static int any_truncate(int handle, off64_t size) {
    int done = syscall(SYS_ftruncate, handle, size);
    if (name_of(handle) && done == 0) note('T', name_of(handle), size, NULL, 0);
    return done;
}
int ftruncate(int handle, off_t size) { return any_truncate(handle, size); }
int ftruncate64(int handle, off64_t size) { return any_truncate(handle, size); }

static int any_sync(int handle, int number) {
    const char *name = name_of(handle);
    if (name) {
        const char *slow = getenv("DISK_SHIM_SLOW"), *fail = getenv("DISK_SHIM_FAIL");
        int first = 0, last = 0, turn = __sync_add_and_fetch(&syncs, 1);
        if (slow) usleep(atoi(slow) * 1000);
        if (fail && sscanf(fail, "%d-%d", &first, &last) == 2 && turn >= first && turn <= last) {
            errno = EIO;
            return -1;
        }
    }
    int done = syscall(number, handle);
    if (name && done == 0) note('S', name, 0, NULL, 0);
    return done;
}
int fsync(int handle) { return any_sync(handle, SYS_fsync); }
int fdatasync(int handle) { return any_sync(handle, SYS_fdatasync); }

int unlink(const char *path) {
    char whole[PATH_MAX];
    int known = folder() && realpath(path, whole) && !strncmp(whole, folder(), strlen(folder()));
    int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (known && done == 0) note('U', whole, 0, NULL, 0);
    return done;
}
