# SPDX-License-Identifier: GPL-3.0-or-later
# One options target for every object of the project: language, warnings, hardening, sanitizers.

option(LATCHKEY_WIDGETS "Build latchkey-desktop (needs Qt Widgets)" ON)
option(LATCHKEY_TESTS "Build the tests" ON)
option(LATCHKEY_BENCH "Build the benchmarks (needs Google Benchmark)" OFF)
option(LATCHKEY_FUZZ "Build the fuzz targets (needs clang and its sanitizers: preset fuzz)" OFF)
option(LATCHKEY_WERROR "Treat warnings as errors (on in CI)" OFF)
option(LATCHKEY_PCH "Share one precompiled header between all layers" ON)
set(LATCHKEY_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
# Objects are -fPIC and executables -pie: GCC's -fPIE makes QApplication crash (copy relocations against Qt).
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

find_program(LATCHKEY_CCACHE ccache)
if(LATCHKEY_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};CCACHE_NOHASHDIR=1;${LATCHKEY_CCACHE}")
endif()

add_library(project_options INTERFACE)
add_library(latchkey::options ALIAS project_options)

target_compile_definitions(project_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  LATCHKEY_VERSION="${PROJECT_VERSION}")

if(NOT MSVC)
  target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wformat=2 -Wcast-qual -Wundef -fPIC -fstack-protector-strong
    $<$<BOOL:${LATCHKEY_PCH}>:-Winvalid-pch>
    $<$<BOOL:${LATCHKEY_WERROR}>:-Werror>)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(project_options INTERFACE -fcf-protection=full)
  elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64")
    target_compile_options(project_options INTERFACE -mbranch-protection=standard)
  endif()
  if(LATCHKEY_SANITIZE)
    # -g1: lines in reports are enough, and the build takes half the time of -g.
    target_compile_options(project_options INTERFACE -fsanitize=${LATCHKEY_SANITIZE} -fno-omit-frame-pointer
      -fno-sanitize-recover=undefined -g1)
    target_link_options(project_options INTERFACE -fsanitize=${LATCHKEY_SANITIZE})
    target_compile_definitions(project_options INTERFACE LATCHKEY_SANITIZED=1)
  else()
    target_compile_definitions(project_options INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
  endif()
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(project_options INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed
      $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)
    find_program(LATCHKEY_MOLD mold)
    if(LATCHKEY_MOLD)
      # It takes more members out of static libraries than are referred to. A program that is to load few shared libraries asks
      # for the compiler's own linker.
      target_link_options(project_options INTERFACE $<$<NOT:$<BOOL:$<TARGET_PROPERTY:LATCHKEY_FEW_LIBRARIES>>>:-fuse-ld=mold>)
    endif()
  endif()
endif()
