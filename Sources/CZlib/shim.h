// zlib, as the system package zlib1g-dev provides it. Only Bytes imports this module.
#include <zlib.h>
