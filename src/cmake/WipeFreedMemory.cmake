# SPDX-License-Identifier: GPL-3.0-or-later
# latchkey_wipe_freed_memory(<executable>...)
#
# Links free() and realloc() that overwrite every block (src/platform/wipingallocator_linux.cpp) into executables. Does nothing
# off glibc, and in sanitized builds, whose allocator must see every call.
function(latchkey_wipe_freed_memory)
  if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR LATCHKEY_SANITIZE)
    return()
  endif()
  if(NOT TARGET wipingallocator)
    include(CheckCXXSourceCompiles)
    check_cxx_source_compiles("#include <cstdlib>\n#ifndef __GLIBC__\n#error another C library\n#endif\nint main() {}"
      LATCHKEY_HAVE_GLIBC)
    if(NOT LATCHKEY_HAVE_GLIBC)
      return()
    endif()
    add_library(wipingallocator OBJECT "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../platform/wipingallocator_linux.cpp")
    set_target_properties(wipingallocator PROPERTIES AUTOMOC OFF AUTORCC OFF)
    # The compiler knows what free() does and would use that knowledge on its own definition.
    target_compile_options(wipingallocator PRIVATE -fno-builtin)
    target_link_libraries(wipingallocator PRIVATE latchkey::options)
  endif()
  foreach(target IN LISTS ARGV)
    target_link_libraries(${target} PRIVATE wipingallocator)
    # Shared libraries bind to them only when the executable shows them.
    target_link_options(${target} PRIVATE -Wl,--export-dynamic-symbol=free -Wl,--export-dynamic-symbol=realloc)
  endforeach()
endfunction()
