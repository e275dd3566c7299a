// Keeps the events one of whose members is a given string, by simdjson's On-Demand documents, line
// by line in the block that was read. It looks at every line's structure and UTF-8, and at the
// member that is asked for; what other values look like it does not check.
//
//   simdjson_filter KEY VALUE [-v] < events
#include <simdjson.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

int main(int count, char **arguments) {
  if (count != 3 && count != 4) return 2;
  const bool inverted = count == 4;
  const std::string_view key(arguments[1]), value(arguments[2]);
  simdjson::ondemand::parser parser;
  std::vector<char> block(1 << 20);
  size_t held = 0;
  for (;;) {
    if (block.size() - held < block.size() / 2) block.resize(2 * block.size());
    const size_t room = block.size() - simdjson::SIMDJSON_PADDING;
    const ssize_t added = read(0, block.data() + held, room - held);
    if (added < 0) return 4;
    if (added == 0) break;
    held += added;
    const char *line = block.data(), *end = line + held;
    while (const char *stop = static_cast<const char *>(memchr(line, '\n', end - line))) {
      simdjson::ondemand::document event;
      const size_t length = stop - line;
      if (parser.iterate(line, length, length + simdjson::SIMDJSON_PADDING).get(event)) return 3;
      std::string_view found;
      const bool fits = !event[key].get_string().get(found) && found == value;
      if (fits != inverted)
        fwrite(line, 1, length + 1, stdout);
      line = stop + 1;
    }
    held = end - line;
    memmove(block.data(), line, held);
  }
  if (held > 0) return 3;
  return fflush(stdout) == 0 ? 0 : 4;
}
